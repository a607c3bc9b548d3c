package io.tiktoken.wallet.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Adjustments of a time when they had tables of their own. */
class MovedAdjustmentsTests {

    @TempDir
    Path folder;

    @Test
    void keepTheirHistory() {
        var address = "jdbc:sqlite:%s?foreign_keys=true".formatted(folder.resolve("wallet.db"));
        try (var database = new SingleConnectionDataSource(address, true)) {
            var jdbc = JdbcClient.create(database);
            migrate(database, "10", "classpath:db/idempotency", "classpath:db/migration");
            jdbc.sql("""
                            INSERT INTO entries (sequence, id, kind, reference, description, recorded_at, hash)
                            VALUES (1, 'wrong', 'TOP_UP', 'wrong', 'Card top-up', 1000, :hash)""").param("hash", "a".repeat(64)).update();
            jdbc.sql("""
                            INSERT INTO adjustments VALUES
                            ('1', 'owner', -500, 'paid twice', 'wrong', 'a', 'alice', 100, 200),
                            ('2', 'owner', 700, 'a gift', NULL, 'a', 'alice', 101, 201),
                            ('3', 'owner', 800, 'another', NULL, 'a', 'alice', 102, 202),
                            ('4', 'owner', 900, 'a third', NULL, 'a', 'alice', 103, 203),
                            ('5', 'owner', 999, 'a fourth', NULL, 'a', 'alice', 104, 204)""").update();
            jdbc.sql("""
                            INSERT INTO adjustment_decisions VALUES
                            ('1', 'BOOKED', 'b', 'bob', 150), ('2', 'BOOKED', 'a', 'alice', 101),
                            ('3', 'REFUSED', 'b', 'bob', 151), ('4', 'WITHDRAWN', 'a', 'alice', 152)""").update();

            migrate(
                    database,
                    "latest",
                    "classpath:db/idempotency",
                    "classpath:db/decision",
                    "classpath:db/outbox",
                    "classpath:db/migration");

            assertThat(jdbc.sql("""
                                    SELECT concat_ws(' ', id, kind, subject, details, requested_by, requested_at, expires_at, status,
                                        decided_by, decided_by_name, decided_at, alone) FROM decisions ORDER BY id""").query(String.class).list())
                    .containsExactly(
                            "1 ADJUSTMENT owner {\"amount\":-500,\"corrects\":\"wrong\"} a 100 200 CONFIRMED b bob 150 0",
                            "2 ADJUSTMENT owner {\"amount\":700} a 101 201 CONFIRMED a alice 101 1",
                            "3 ADJUSTMENT owner {\"amount\":800} a 102 202 REFUSED b bob 151 0",
                            "4 ADJUSTMENT owner {\"amount\":900} a 103 203 WITHDRAWN a alice 152 0",
                            "5 ADJUSTMENT owner {\"amount\":999} a 104 204 AWAITING_CONFIRMATION 0");
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
