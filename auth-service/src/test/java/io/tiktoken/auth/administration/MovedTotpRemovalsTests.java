package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Removals of second factors of a time when they alone took two, and had a table of their own. */
class MovedTotpRemovalsTests {

    @TempDir
    Path folder;

    @Test
    void keepTheirHistory() {
        var address = "jdbc:sqlite:%s?foreign_keys=true".formatted(folder.resolve("auth.db"));
        try (var database = new SingleConnectionDataSource(address, true)) {
            var jdbc = JdbcClient.create(database);
            migrate(database, "7", "classpath:db/migration");
            for (var name : new String[] {"alice", "carol", "dave"}) {
                jdbc.sql("""
                                INSERT INTO users (id, username, display_name, password_hash, recovery_code_hash, administrator, created_at)
                                VALUES (:name, :name, :name, '{x}y', zeroblob(32), 0, 1)""").param("name", name).update();
            }
            jdbc.sql("""
                            INSERT INTO totp_removals VALUES
                            ('1', 'alice', 'carol', 'lost it', 'REMOVED', 100, 200, 'dave', 150),
                            ('2', 'alice', 'carol', 'lost it', 'REFUSED', 101, 201, 'dave', 151),
                            ('3', 'alice', 'carol', 'lost it', 'REFUSED', 102, 202, 'carol', 152),
                            ('4', 'alice', 'carol', 'lost it', 'LAPSED', 103, 203, NULL, 153),
                            ('5', 'alice', 'carol', 'lost it', 'AWAITING_CONFIRMATION', 104, 204, NULL, NULL)""").update();
            jdbc.sql("""
                            INSERT INTO security_events (id, at, kind, result, subject) VALUES
                            ('1', 1, 'RECOVERY_CODE_ISSUED', 'SUCCEEDED', 'alice'),
                            ('2', 2, 'RECOVERY_CODE_ISSUED', 'SUCCEEDED', 'carol'),
                            ('3', 3, 'ACCESS_RECOVERED', 'SUCCEEDED', 'carol')""").update();

            migrate(database, "latest", "classpath:db/decision", "classpath:db/migration");

            assertThat(jdbc.sql("""
                                    SELECT concat_ws(' ', id, kind, subject, details, requested_by_name, requested_at, expires_at, status,
                                        decided_by_name, decided_at, alone) FROM decisions ORDER BY id""").query(String.class).list())
                    .containsExactly(
                            "1 TOTP_REMOVAL alice {\"username\":\"alice\"} carol 100 200 CONFIRMED dave 150 0",
                            "2 TOTP_REMOVAL alice {\"username\":\"alice\"} carol 101 201 REFUSED dave 151 0",
                            "3 TOTP_REMOVAL alice {\"username\":\"alice\"} carol 102 202 WITHDRAWN carol 152 0",
                            "4 TOTP_REMOVAL alice {\"username\":\"alice\"} carol 103 203 EXPIRED 153 0",
                            "5 TOTP_REMOVAL alice {\"username\":\"alice\"} carol 104 204 AWAITING_CONFIRMATION 0");
            assertThat(jdbc.sql("SELECT username FROM users WHERE recovery_code_seen = 1")
                            .query(String.class)
                            .list())
                    .containsExactly("alice");
        }
    }

    private static void migrate(SingleConnectionDataSource database, String target, String... locations) {
        Flyway.configure()
                .dataSource(database)
                .locations(locations)
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
