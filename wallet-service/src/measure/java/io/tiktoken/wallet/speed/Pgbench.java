package io.tiktoken.wallet.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own benchmark (TPC-B-like, prepared statements) against the database that libpq's usual environment
 * names ({@code PGHOST}, {@code PGPORT}, {@code PGUSER}, {@code PGDATABASE}): the measure to be held against.
 */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private Pgbench() {}

    static boolean isThere() {
        return System.getenv("PGDATABASE") != null;
    }

    /** Transactions a second, or nothing where there is no such database. */
    static OptionalDouble run(int clients, int seconds) throws IOException, InterruptedException {
        if (!isThere()) {
            return OptionalDouble.empty();
        }
        var command = List.of("pgbench", "-M", "prepared", "-c", "" + clients, "-j", "2", "-T", "" + seconds);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var tps = TPS.matcher(said);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException("pgbench failed:\n" + said);
        }
        return OptionalDouble.of(Double.parseDouble(tps.group(1)));
    }
}
