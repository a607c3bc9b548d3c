package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.RowConversionsTests.Notes;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written comes back as it was, through a repository as through the client. */
@DatabaseTest
@EnableJdbcRepositories(basePackageClasses = Notes.class, considerNestedRepositories = true)
class RowConversionsTests {

    record NoteId(UUID value) {}

    record Title(String text) {}

    record Version(int number) {}

    enum Mood {
        GLAD,
        SAD
    }

    @Table("sample_notes")
    record Note(
            @Id NoteId id,
            Title title,
            Mood mood,
            boolean pinned,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "price_") @Nullable
            Money price,

            BigDecimal share,
            Version version,
            Instant writtenAt,
            @Nullable Instant readAt) {}

    record Line(
            NoteId id,
            Title title,
            Mood mood,
            boolean pinned,
            Version version,
            @Nullable Instant readAt) {}

    interface Notes extends Repository<Note, NoteId> {

        Optional<Note> findById(NoteId id);

        List<Note> findByTitleAndPinned(Title title, boolean pinned);

        @Modifying
        @Query("UPDATE sample_notes SET mood = :mood, read_at = :at WHERE id IN (:ids) AND mood <> :mood")
        int feel(List<NoteId> ids, Mood mood, Instant at);

        @Modifying
        @Query("UPDATE sample_notes SET written_at = :#{now}, read_at = :#{now} WHERE id = :id")
        boolean rewrite(NoteId id);
    }

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");

    @Autowired
    Notes notes;

    @Autowired
    JdbcAggregateOperations rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    @Autowired
    Clock clock;

    private final Note note = new Note(
            new NoteId(UUID.randomUUID()),
            new Title("a title"),
            Mood.GLAD,
            true,
            Money.of("12.50", "SGD"),
            new BigDecimal("0.10"),
            new Version(7),
            NOW,
            null);

    @BeforeEach
    void makeRoom() {
        writer.run(() -> jdbc.sql("""
                        CREATE TABLE IF NOT EXISTS sample_notes (
                            id TEXT PRIMARY KEY, title TEXT NOT NULL, mood TEXT NOT NULL, pinned INTEGER NOT NULL,
                            price_amount INTEGER, price_currency TEXT, share TEXT NOT NULL, version INTEGER NOT NULL,
                            written_at INTEGER NOT NULL, read_at INTEGER
                        ) STRICT""").update());
        writer.run(() -> rows.insert(note));
    }

    @Test
    void aRowComesBackAsItWas() {
        assertThat(notes.findById(note.id())).contains(note);
        assertThat(notes.findByTitleAndPinned(note.title(), true)).contains(note);
        assertThat(notes.findByTitleAndPinned(note.title(), false)).isEmpty();
    }

    @Test
    void whatStandsInTheTableIsTextAndNumbers() {
        var row = jdbc.sql("SELECT * FROM sample_notes WHERE id = ?")
                .param(note.id().value().toString())
                .query()
                .singleRow();

        assertThat(row)
                .containsEntry("title", "a title")
                .containsEntry("mood", "GLAD")
                .containsEntry("pinned", 1)
                .containsEntry("price_amount", 1250)
                .containsEntry("price_currency", "SGD")
                .containsEntry("share", "0.10")
                .containsEntry("version", 7)
                .containsEntry("written_at", NOW.toEpochMilli())
                .containsEntry("read_at", null);
    }

    @Test
    void parametersAreConvertedLikeColumns() {
        var changed = writer.write(() -> notes.feel(List.of(note.id()), Mood.SAD, NOW));
        var again = writer.write(() -> notes.feel(List.of(note.id()), Mood.SAD, NOW));

        assertThat(changed).isOne();
        assertThat(again).isZero();
        assertThat(notes.findById(note.id()).orElseThrow().readAt()).isEqualTo(NOW);
    }

    @Test
    void aStatementKnowsTheTimeOfTheServicesClock() {
        var before = clock.millis();
        assertThat(writer.write(() -> notes.rewrite(note.id()))).isTrue();
        var after = clock.millis();

        var rewritten = notes.findById(note.id()).orElseThrow();
        assertThat(rewritten.writtenAt().toEpochMilli()).isBetween(before, after);
        assertThat(rewritten.readAt()).isEqualTo(rewritten.writtenAt());
    }

    @Test
    void theClientReadsRecordsInTheSameWay() {
        var line = jdbc.sql("SELECT id, title, mood, pinned, version, read_at FROM sample_notes WHERE id = :id")
                .param("id", note.id().value())
                .query(Line.class)
                .single();

        assertThat(line).isEqualTo(new Line(note.id(), note.title(), Mood.GLAD, true, note.version(), null));
    }
}
