package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.testing.DatabaseTest;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Another process, such as a backup, holds the write lock. */
@DatabaseTest
@TestPropertySource(properties = "tiktoken.database.busy-timeout=200ms")
class LockedDatabaseTests {

    @Autowired
    SingleWriter writer;

    @Autowired
    DatabaseFile file;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aWriteIsUnavailableWhileTheLockIsHeldAndWorksAfterwards() throws Exception {
        try (var intruder = DriverManager.getConnection("jdbc:sqlite:" + file.path());
                var statement = intruder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> writer.run(() -> insert("blocked"))).isInstanceOf(WriteUnavailableException.class);

            statement.execute("COMMIT");
        }

        writer.run(() -> insert("free again"));
        assertThat(jdbc.sql("SELECT text FROM notes").query(String.class).list())
                .containsExactly("free again");
    }

    @Test
    void aWriteHoldsTheLockFromItsFirstRead() throws Exception {
        try (var intruder = DriverManager.getConnection("jdbc:sqlite:" + file.path() + "?busy_timeout=0");
                var statement = intruder.createStatement()) {
            writer.run(() -> {
                jdbc.sql("SELECT count(*) FROM notes").query(Integer.class).single();

                assertThatThrownBy(() -> statement.execute("BEGIN IMMEDIATE"))
                        .as("otherwise a write after the read could find that somebody wrote in between")
                        .hasMessageContaining("SQLITE_BUSY");
            });
        }
    }

    @Test
    void aCommitIsOnTheDiskNotOnlyInTheSystemsMemory() {
        var fullySynchronous = 2;

        assertThat(writer.write(() -> pragma("synchronous"))).isEqualTo(String.valueOf(fullySynchronous));
        assertThat(writer.write(() -> pragma("journal_mode"))).isEqualTo("wal");
        assertThat(writer.write(() -> pragma("foreign_keys"))).isEqualTo("1");
    }

    private String pragma(String name) {
        return jdbc.sql("PRAGMA " + name).query(String.class).single();
    }

    private void insert(String text) {
        jdbc.sql("INSERT INTO notes (id, text) VALUES (?, ?)")
                .params(UUID.randomUUID().toString(), text)
                .update();
    }
}
