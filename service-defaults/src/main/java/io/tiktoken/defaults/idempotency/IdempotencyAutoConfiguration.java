package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.database.Purge;
import io.tiktoken.defaults.database.PurgeSettings;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.SqliteAutoConfiguration;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** For services that add {@code classpath:db/idempotency} to their Flyway locations. */
@AutoConfiguration(
        after = {SqliteAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnBean({SingleWriter.class, JsonMapper.class})
public class IdempotencyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    IdempotencyRules idempotencyRules() {
        return IdempotencyRules.NONE;
    }

    @Bean
    IdempotencyStore idempotencyStore(JdbcClient jdbc, Clock clock) {
        return new IdempotencyStore(jdbc, clock);
    }

    @Bean
    Idempotency idempotency(SingleWriter writer, IdempotencyStore store, IdempotencyRules rules, JsonMapper json) {
        return new Idempotency(writer, store, rules, json);
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

    /** Only where the table is; a service that runs nothing by the clock must call {@link PurgeIdempotentRequests} itself. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(IdempotencyTableCondition.class)
    @EnableConfigurationProperties(IdempotencySettings.class)
    static class OldKeys {

        @Bean
        PurgeIdempotentRequests purgeIdempotentRequests(Purge purge, JdbcClient jdbc, IdempotencySettings settings) {
            return new PurgeIdempotentRequests(purge, jdbc, settings);
        }

        @Bean
        SchedulingConfigurer idempotentRequestsPurgeTimer(PurgeIdempotentRequests purge, PurgeSettings settings) {
            return timers -> timers.addFixedDelayTask(purge::purge, settings.every());
        }
    }
}
