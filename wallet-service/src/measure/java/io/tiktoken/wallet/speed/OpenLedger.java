package io.tiktoken.wallet.speed;

import static io.tiktoken.wallet.TestWallets.cardTopUp;
import static io.tiktoken.wallet.TestWallets.ttk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.approval.ApprovalId;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.Transfer;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.proof.ProveLedger;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.statement.ViewWallet;
import io.tiktoken.wallet.statement.ViewWallet.WalletWithLimits;
import io.tiktoken.wallet.transfer.SendTransfer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A ledger of a thousand wallets, and what their owners do with it, without HTTP in between. */
final class OpenLedger implements AutoCloseable {

    private static final int WALLETS = 1_000;
    private static final Money A_CENT = ttk("0.01");
    /** Half a page, because in a short history there is no more. */
    private static final PageQuery FIRST_PAGE = new PageQuery(10, null);
    /** Nobody listens there, and nobody is asked for tokens here. */
    private static final URI NO_AUTH_SERVICE = URI.create("http://127.0.0.1:9");

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final List<UUID> wallets;
    private final InProcess service;
    private final Journal journal;
    private final SendTransfer sendTransfer;
    private final SingleWriter writer;
    private final ViewWallet viewWallet;
    private final History history;

    /** One that was made before, with these wallets. */
    OpenLedger(Path file, List<UUID> wallets) {
        this.wallets = wallets;
        this.service = new InProcess(file, NO_AUTH_SERVICE, 128);
        this.journal = service.bean(Journal.class);
        this.sendTransfer = service.bean(SendTransfer.class);
        this.writer = service.bean(SingleWriter.class);
        this.viewWallet = service.bean(ViewWallet.class);
        this.history = service.bean(History.class);
    }

    /** A new one, in which every wallet has money. */
    static OpenLedger create(Path file) {
        var wallets =
                IntStream.range(0, WALLETS).mapToObj(_ -> UUID.randomUUID()).toList();
        var ledger = new OpenLedger(file, wallets);
        try (var threads = Executors.newFixedThreadPool(64)) {
            wallets.forEach(wallet -> threads.submit(() -> ledger.journal.postSurely(cardTopUp(wallet, "10000.00"))));
        }
        return ledger;
    }

    List<UUID> wallets() {
        return wallets;
    }

    /** One sealed entry and its two postings. */
    Journal.Outcome post() {
        var sender = someone();
        return journal.post(new Transfer(
                ids.generate(),
                new Party(new OwnerId(sender), "alice (A••• L••)"),
                new Party(new OwnerId(someoneBut(sender)), "bob (B•• T••)"),
                A_CENT,
                "for lunch"));
    }

    /** The same with limits and with an approval, which was judged before. */
    SendTransfer.Outcome send() {
        var sender = someone();
        return sendTransfer.send(
                new SendTransfer.Request(new OwnerId(sender), "alice (A••• L••)", "bob", A_CENT, "for lunch"),
                new Verdict.Approved(
                        new ApprovalId(ids.generate()),
                        new OwnerId(sender),
                        0,
                        new OwnerId(someoneBut(sender)),
                        "B•• T••"));
    }

    /** So many with one flush to the disk. */
    void sendTogether(int transfers) {
        writer.run(() -> IntStream.range(0, transfers).forEach(_ -> send()));
    }

    WalletWithLimits view() {
        return viewWallet.of(new OwnerId(someone()));
    }

    Page<Transaction> firstPage() {
        return history.of(new OwnerId(someone()), Selection.EVERYTHING, FIRST_PAGE);
    }

    void requireThatItHolds() {
        var check = service.bean(ProveLedger.class).prove();
        if (!check.holds()) {
            throw new IllegalStateException("The ledger does not hold: " + check);
        }
    }

    @Override
    public void close() {
        service.close();
    }

    private UUID someone() {
        return wallets.get(ThreadLocalRandom.current().nextInt(wallets.size()));
    }

    private UUID someoneBut(UUID other) {
        var one = someone();
        return one.equals(other) ? someoneBut(other) : one;
    }
}
