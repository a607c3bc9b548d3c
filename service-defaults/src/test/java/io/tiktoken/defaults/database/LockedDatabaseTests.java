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

    private void insert(String text) {
        jdbc.sql("INSERT INTO notes (id, text) VALUES (?, ?)")
                .params(UUID.randomUUID().toString(), text)
                .update();
    }
}
