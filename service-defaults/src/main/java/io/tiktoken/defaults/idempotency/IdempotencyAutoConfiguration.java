package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.SqliteAutoConfiguration;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** For services that add {@code classpath:db/idempotency} to their Flyway locations. */
@AutoConfiguration(
        after = {SqliteAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnBean({SingleWriter.class, JsonMapper.class})
public class IdempotencyAutoConfiguration {

    @Bean
    Idempotency idempotency(SingleWriter writer, JdbcClient jdbc, JsonMapper json, Clock clock) {
        return new Idempotency(writer, jdbc, json, clock);
    }

    @Bean
    WebMvcConfigurer idempotentRequestArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotentRequestArgumentResolver());
            }
        };
    }
}
