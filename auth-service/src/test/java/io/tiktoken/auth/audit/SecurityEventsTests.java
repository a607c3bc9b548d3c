package io.tiktoken.auth.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.defaults.database.SingleWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class SecurityEventsTests {

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE security_events SET kind = 'NOTHING'", "DELETE FROM security_events"})
    void whatHappenedStaysWritten(String sql) {
        people.someone();

        assertThatThrownBy(() -> writer.run(() -> jdbc.sql(sql).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
