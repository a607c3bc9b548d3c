package io.tiktoken.defaults.decision;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.SqliteAutoConfiguration;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For services that add {@code classpath:db/decision} to their Flyway locations. */
@AutoConfiguration(
        after = {SqliteAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnBean({SingleWriter.class, JsonMapper.class})
public class DecisionAutoConfiguration {

    @Bean
    Decisions decisions(SingleWriter writer, JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock) {
        return new Decisions(new DecisionStore(jdbc, json, clock), writer, ids, clock);
    }
}
