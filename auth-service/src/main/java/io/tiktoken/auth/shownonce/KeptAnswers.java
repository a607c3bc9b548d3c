package io.tiktoken.auth.shownonce;

import io.tiktoken.defaults.database.Purge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers of the last minutes that showed a secret, sealed. They are gone sooner when the secrets of whom they tell
 * of, or of whom they were told to, change or are used: a trigger deletes them in the write that records that in the audit.
 */
@Repository
public class KeptAnswers {

    /** So often may a key come with another request. Else whoever knows it could try passwords here, and fast. */
    static final int MOST_MISMATCHES = 5;

    /** Whether a request was answered before. */
    public sealed interface Earlier {

        record Nothing() implements Earlier {}

        record Answered(KeptAnswer answer) implements Earlier {}

        /** Another request was, with the same key. */
        record AnotherRequest() implements Earlier {}
    }

    private final JdbcClient jdbc;
    private final AnswerSeal seal;
    private final KeptAnswerSettings settings;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, AnswerSeal seal, KeptAnswerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Earlier find(RepeatableRequest request) {
        return jdbc.sql("SELECT sealed FROM kept_answers WHERE name = ? AND kept_until > ?")
                .params(seal.nameOf(request), clock.millis())
                .query(byte[].class)
                .optional()
                .map(answer -> opened(request, answer))
                .orElseGet(Earlier.Nothing::new);
    }

    /**
     * Keeps an answer; called inside the write that has the effect.
     *
     * @param subject whose secret it shows, as the audit calls them
     * @throws DuplicateKeyException when another replica has kept one meanwhile
     */
    public void keep(RepeatableRequest request, String subject, KeptAnswer answer) {
        var name = seal.nameOf(request);
        jdbc.sql("DELETE FROM kept_answers WHERE name = ? AND kept_until <= ?")
                .params(name, clock.millis())
                .update();
        jdbc.sql("INSERT INTO kept_answers (name, caller, subject, sealed, kept_until) VALUES (?, ?, ?, ?, ?)")
                .params(
                        name,
                        request.caller(),
                        subject,
                        seal.seal(request, answer),
                        clock.instant().plus(settings.lifetime()).toEpochMilli())
                .update();
    }

    /** The key came with another request, and after a few of those its answer is gone; called inside a write. */
    public void countMismatch(RepeatableRequest request) {
        var name = seal.nameOf(request);
        jdbc.sql("DELETE FROM kept_answers WHERE name = ? AND mismatches >= ?")
                .params(name, MOST_MISMATCHES - 1)
                .update();
        jdbc.sql("UPDATE kept_answers SET mismatches = mismatches + 1 WHERE name = ?")
                .param(name)
                .update();
    }

    /** Deletes those whose minutes are over, and answers how many there were. */
    public long purge(Purge purge) {
        return purge.of("kept answers", Duration.ZERO, this::deleteKeptUntil);
    }

    private int deleteKeptUntil(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM kept_answers WHERE name IN (
                            SELECT name FROM kept_answers WHERE kept_until <= ? ORDER BY kept_until LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }

    private Earlier opened(RepeatableRequest request, byte[] answer) {
        Optional<Earlier> answered = seal.open(request, answer).map(Earlier.Answered::new);
        return answered.orElseGet(Earlier.AnotherRequest::new);
    }
}
