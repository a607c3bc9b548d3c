package io.tiktoken.wallet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.outbox.Outboxes;
import io.tiktoken.wallet.FakeAuditor;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.audit.AuditEvent.Kind;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that waited in a table of their own when the service was brought up to date. */
@VerbTest
class MovedAuditEventsTests {

    private static final UUID ALICE = UUID.randomUUID();
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final AuditEvent FROZEN = new AuditEvent(
            new UUID(0, 1),
            Kind.WALLET_FROZEN,
            ALICE,
            CUSTOMER,
            "OUT: it says \"茶\" 😀",
            Instant.parse("2026-01-01T00:00:00.007Z"));
    private static final AuditEvent LIFTED = new AuditEvent(
            new UUID(0, 2),
            Kind.WALLET_FREEZE_LIFTED,
            ALICE,
            CUSTOMER,
            "NONE: tea",
            Instant.parse("2025-12-31T23:59:59Z")); // The clock was set back meanwhile.

    @TestConfiguration(proxyBeanMethods = false)
    static class OlderDatabase {

        @Bean
        FlywayMigrationStrategy olderSchemaFirst() {
            return flyway -> {
                var settings = flyway.getConfiguration();
                Flyway.configure()
                        .configuration(settings)
                        .locations("classpath:db/idempotency", "classpath:db/decision", "classpath:db/migration")
                        .target("14")
                        .load()
                        .migrate();
                var jdbc = JdbcClient.create(settings.getDataSource());
                insert(jdbc, LIFTED);
                insert(jdbc, FROZEN);
                flyway.migrate();
            };
        }

        private static void insert(JdbcClient jdbc, AuditEvent event) {
            jdbc.sql("INSERT INTO audit_outbox (id, kind, actor, subject, detail, at) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            event.id().toString(),
                            event.kind().name(),
                            event.actor().toString(),
                            event.subject().toString(),
                            event.detail(),
                            event.at().toEpochMilli())
                    .update();
        }
    }

    @Autowired
    Outboxes outboxes;

    @Autowired
    FakeAuditor auditor;

    @Test
    void reachAuthServiceToTheLetterAndInTheirOrder() {
        outboxes.deliver();

        assertThat(auditor.eventsAbout(CUSTOMER)).containsExactly(FROZEN, LIFTED);
    }
}
