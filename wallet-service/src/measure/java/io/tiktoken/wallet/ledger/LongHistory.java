package io.tiktoken.wallet.ledger;

import static io.tiktoken.wallet.TestWallets.ttk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Entry.Booked;
import io.tiktoken.wallet.ledger.Posting.StatementLine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Years of transfers in minutes: sealed by the ledger's own code and valid down to the last hash, but written past the
 * service, many in a commit and none of them safe until the last.
 */
public final class LongHistory implements AutoCloseable {

    private static final Money A_CENT = ttk("0.01");
    private static final int PER_COMMIT = 100_000;
    private static final Duration LENGTH = Duration.ofDays(730);
    /** For as long as answers are kept for who asks again. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(45);

    private final Connection connection;
    private final List<UUID> wallets;
    private final long[] balances;
    private final Random random = new Random(1);
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator(random);
    private final Seal seal = new Seal();
    private final Instant now = Instant.now();
    private ChainHead head;

    private LongHistory(Connection connection, List<UUID> wallets) throws SQLException {
        this.connection = connection;
        this.wallets = wallets;
        this.balances = new long[wallets.size()];
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -1000000");
            try (var row = statement.executeQuery("SELECT max(sequence), hash FROM entries")) {
                row.next();
                head = new ChainHead(row.getLong(1), new Hash(row.getString(2)));
            }
        }
        try (var statement = connection.prepareStatement("SELECT balance FROM accounts WHERE name = ?")) {
            for (var wallet = 0; wallet < balances.length; wallet++) {
                statement.setString(1, nameOf(wallet));
                try (var row = statement.executeQuery()) {
                    row.next();
                    balances[wallet] = row.getLong(1);
                }
            }
        }
    }

    /**
     * Adds transfers of a cent, each between two of these wallets.
     *
     * @param file a ledger that no service has open, in which all the wallets have money
     */
    public static void add(Path file, List<UUID> wallets, int transfers) throws SQLException {
        try (var history = new LongHistory(DriverManager.getConnection("jdbc:sqlite:" + file), wallets)) {
            history.add(transfers);
            history.updateBalances();
            history.connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(true);
        connection.close();
    }

    private void add(int transfers) throws SQLException {
        connection.setAutoCommit(false);
        try (var entries = connection.prepareStatement("""
                        INSERT INTO entries (sequence, id, kind, reference, description, recorded_at, hash, salt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
                var postings = connection.prepareStatement("""
                        INSERT INTO postings (entry, line, account, currency, amount, balance_after, type, counterparty)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
                var answers = connection.prepareStatement("""
                        INSERT INTO idempotent_requests (caller, idempotency_key, fingerprint, status, body, created_at)
                        VALUES (?, ?, ?, 201, ?, ?)""")) {
            var began = now.minus(LENGTH);
            for (var number = 0; number < transfers; number++) {
                var at = began.plusMillis(LENGTH.toMillis() * number / transfers);
                var entry = next(at);
                append(entries, postings, entry);
                if (at.isAfter(now.minus(ANSWERS_KEPT))) {
                    keepAnswer(answers, entry, at);
                }
                if (number % PER_COMMIT == PER_COMMIT - 1) {
                    connection.commit();
                }
            }
        }
    }

    private Entry next(Instant at) {
        var sender = random.nextInt(balances.length);
        while (balances[sender] == 0) {
            sender = random.nextInt(balances.length);
        }
        var receiver = (sender + 1 + random.nextInt(balances.length - 1)) % balances.length;
        // Ascending with time, as the ids of approvals do.
        var id = ids.construct(at.toEpochMilli());
        return new Entry(
                head.nextSequence(),
                id,
                EntryKind.TRANSFER,
                id,
                "for lunch",
                at,
                List.of(
                        booked(1, sender, A_CENT.negated(), TransactionType.TRANSFER_OUT),
                        booked(2, receiver, A_CENT, TransactionType.TRANSFER_IN)));
    }

    private Booked booked(int number, int wallet, Money amount, TransactionType type) {
        balances[wallet] += amount.amount();
        return new Booked(
                number, nameOf(wallet), amount, balances[wallet], new StatementLine(type, "alice (A••• L••)"));
    }

    private void append(PreparedStatement entries, PreparedStatement postings, Entry entry) throws SQLException {
        var salt = Salt.random();
        var hash = seal.of(entry, salt, head.hash());
        head = new ChainHead(entry.sequence(), hash);
        run(
                entries,
                entry.sequence(),
                entry.id().toString(),
                entry.kind().name(),
                entry.reference().toString(),
                entry.description(),
                entry.recordedAt().toEpochMilli(),
                hash.hex(),
                salt.hex());
        for (var booked : entry.postings()) {
            run(
                    postings,
                    entry.sequence(),
                    booked.number(),
                    booked.account(),
                    booked.amount().currency().code(),
                    booked.amount().amount(),
                    booked.balanceAfter(),
                    booked.line().type().name(),
                    booked.line().counterparty());
        }
    }

    private void keepAnswer(PreparedStatement answers, Entry entry, Instant at) throws SQLException {
        var sender = entry.postings().getFirst().account().substring("wallet/".length());
        var answer = "{\"id\":\"%s\"}".formatted(entry.id()) + " ".repeat(300);
        run(answers, sender, UUID.randomUUID().toString(), head.hash().hex(), answer, at.toEpochMilli());
    }

    private void updateBalances() throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE accounts SET balance = ? WHERE name = ?")) {
            for (var wallet = 0; wallet < balances.length; wallet++) {
                run(statement, balances[wallet], nameOf(wallet));
            }
        }
    }

    private String nameOf(int wallet) {
        return Account.walletOf(new OwnerId(wallets.get(wallet))).name();
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
