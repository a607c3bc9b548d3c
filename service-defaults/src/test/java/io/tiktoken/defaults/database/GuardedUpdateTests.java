package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.testing.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class GuardedUpdateTests {

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoOpenDoors() {
        writer.run(() -> {
            jdbc.sql("CREATE TABLE doors (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT")
                    .update();
            jdbc.sql("INSERT INTO doors VALUES ('front', 'OPEN'), ('back', 'OPEN')")
                    .update();
        });
    }

    @AfterEach
    void none() {
        writer.run(() -> jdbc.sql("DROP TABLE doors").update());
    }

    @Test
    void whoeverFindsTheRowAsExpectedChangesItAndTheNextOneIsTooLate() {
        var close = "UPDATE doors SET state = 'CLOSED' WHERE id = 'front' AND state = 'OPEN'";

        assertThat(guarded(close)).isEqualTo(GuardedUpdate.CHANGED);
        assertThat(guarded(close)).isEqualTo(GuardedUpdate.STALE);
    }

    @Test
    void aStatementThatMeetsSeveralRowsIsUndone() {
        assertThatThrownBy(() -> guarded("UPDATE doors SET state = 'CLOSED' WHERE state = 'OPEN'"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed 2 rows");

        assertThat(jdbc.sql("SELECT DISTINCT state FROM doors")
                        .query(String.class)
                        .list())
                .containsExactly("OPEN");
    }

    @Test
    void whoeverInsistsIsToldInTheirOwnWords() {
        GuardedUpdate.CHANGED.orElseThrow(() -> new IllegalStateException("It was not stale"));

        var tooLate = new IllegalArgumentException("too late");
        assertThatThrownBy(() -> GuardedUpdate.STALE.orElseThrow(() -> tooLate)).isSameAs(tooLate);
    }

    private GuardedUpdate guarded(String sql) {
        return writer.write(() -> GuardedUpdate.of(jdbc.sql(sql).update()));
    }
}
