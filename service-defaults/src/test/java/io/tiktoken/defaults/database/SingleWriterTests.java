package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.testing.DatabaseTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SingleWriterTests {

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatAWriteReturnsIsOnTheDiskWhenItReturns() {
        var id = UUID.randomUUID().toString();

        writer.run(() -> insert(id, "kept"));

        assertThat(exists(id)).isTrue();
    }

    @Test
    void anExceptionUndoesItsOwnRequestOnly() {
        var id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> writer.run(() -> {
                    insert(id, "undone");
                    throw new IllegalStateException("changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(exists(id)).isFalse();
    }

    @Test
    void aViolatedConstraintUndoesItsOwnRequestOnly() {
        assertThatThrownBy(() -> writer.run(() -> insert(UUID.randomUUID().toString(), "")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void insert(String id, String text) {
        jdbc.sql("INSERT INTO notes (id, text) VALUES (?, ?)").params(id, text).update();
    }

    private boolean exists(String id) {
        return jdbc.sql("SELECT count(*) FROM notes WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
