package io.tiktoken.defaults.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.SqliteAutoConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** For services that add {@code classpath:db/outbox} to their Flyway locations, and open an outbox or more. */
@AutoConfiguration(
        after = {SqliteAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnBean({SingleWriter.class, JsonMapper.class})
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxAutoConfiguration {

    @Bean
    OutboxStore outboxStore(JdbcClient jdbc, Clock clock) {
        return new OutboxStore(jdbc, clock);
    }

    @Bean
    Outboxes outboxes(
            OutboxStore store,
            SingleWriter writer,
            JsonMapper json,
            OutboxSettings settings,
            ObjectProvider<MeterRegistry> meters) {
        return new Outboxes(store, writer, json, settings, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Asks for them only when all are opened. */
    @Bean
    SchedulingConfigurer outboxTimers(Outboxes outboxes, OutboxSettings settings) {
        return timers ->
                outboxes.opened().forEach(outbox -> timers.addFixedDelayTask(outbox::deliver, settings.every()));
    }
}
