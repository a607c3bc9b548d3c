package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.Notary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A copy of a ledger in the hands of somebody with a database tool, for whom no constraint counts. */
final class TamperedCopy implements AutoCloseable {

    private static final int SMALL_CHUNK = 2;

    private final SingleConnectionDataSource connection;
    private final JdbcClient tool;
    private final Notary notary;
    private final int chunk;

    private TamperedCopy(Path file, Notary notary, int chunk) {
        this.connection = new SingleConnectionDataSource("jdbc:sqlite:" + file, true);
        this.tool = JdbcClient.create(connection);
        this.notary = notary;
        this.chunk = chunk;
    }

    static TamperedCopy of(JdbcClient ledger, Path folder, Notary notary) {
        return of(ledger, folder, notary, SMALL_CHUNK);
    }

    static TamperedCopy of(JdbcClient ledger, Path folder, Notary notary, int chunk) {
        var file = folder.resolve(UUID.randomUUID() + ".db");
        ledger.sql("VACUUM INTO '%s'".formatted(file)).update();
        var copy = new TamperedCopy(file, notary, chunk);
        copy.tool().sql("PRAGMA ignore_check_constraints = ON").update();
        copy.tool().sql("PRAGMA foreign_keys = OFF").update();
        copy.tool()
                .sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                .query(String.class)
                .list()
                .forEach(trigger -> copy.tool().sql("DROP TRIGGER " + trigger).update());
        return copy;
    }

    JdbcClient tool() {
        return tool;
    }

    FullCheck fullCheck() {
        var journal = new JournalReader(tool);
        return new ProveLedger(
                        journal,
                        new AccountReader(tool),
                        new ReservationReader(tool),
                        new CompareAnchor(notary, journal),
                        settings(),
                        Clock.systemUTC())
                .prove();
    }

    /** What is found by who has checked everything up to here, and now looks at what is new. */
    FullCheck carriedOn(Findings known) {
        var journal = new JournalReader(tool);
        var reckoning = Reckoning.onwardsFrom(known);
        var promises = new ProveOnwards(journal, new AccountReader(tool), new ReservationReader(tool), settings())
                .prove(reckoning);
        var now = Clock.systemUTC().instant();
        return FullCheck.begun(now, 0)
                .ended(reckoning.findings(), promises, new CompareAnchor(notary, journal).compare(), now);
    }

    private ProofSettings settings() {
        return new ProofSettings(Duration.ofMinutes(1), Duration.ofDays(1), Duration.ZERO, Duration.ZERO, 0, chunk);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
