package io.tiktoken.defaults.testing;

import io.tiktoken.defaults.database.SqliteAutoConfiguration;
import io.tiktoken.defaults.decision.DecisionAutoConfiguration;
import io.tiktoken.defaults.idempotency.IdempotencyAutoConfiguration;
import io.tiktoken.defaults.outbox.OutboxAutoConfiguration;
import io.tiktoken.defaults.runtime.RuntimeDefaultsAutoConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of nouns and verbs on a real SQLite file of its own, with the service's real schema and the
 * real single writer, and without a web server. What is written stays written, so tests use fresh ids.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ImportAutoConfiguration({
    RuntimeDefaultsAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SqliteAutoConfiguration.class,
    IdempotencyAutoConfiguration.class,
    DecisionAutoConfiguration.class,
    OutboxAutoConfiguration.class
})
@TestPropertySource(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public @interface DatabaseTest {}
