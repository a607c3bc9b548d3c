package io.tiktoken.wallet.transfer;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.proof.ProveLedger;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.topup.StartTopUp;
import io.tiktoken.wallet.transfer.SendTransfer.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class SendTransferTests {

    @Autowired
    SendTransfer sendTransfer;

    @Autowired
    StartTopUp startTopUp;

    @Autowired
    History history;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    private final UUID bob = UUID.randomUUID();

    @Test
    void bothSidesSeeIt() {
        var alice = wallets.someoneWith("100.00");

        var sent = send(alice, "30.00");

        assertThat(sent).isInstanceOf(Outcome.Sent.class);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("70.00"));
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("30.00"));
        assertThat(newestOf(alice)).satisfies(seen -> {
            assertThat(seen.type().name()).isEqualTo("TRANSFER_OUT");
            assertThat(seen.amount()).isEqualTo(ttk("30.00").negated());
            assertThat(seen.counterparty()).isEqualTo("bob (B••)");
            assertThat(seen.description()).isEqualTo("for lunch");
        });
        assertThat(newestOf(bob)).satisfies(seen -> {
            assertThat(seen.type().name()).isEqualTo("TRANSFER_IN");
            assertThat(seen.amount()).isEqualTo(ttk("30.00"));
            assertThat(seen.counterparty()).isEqualTo("alice (A•••)");
            assertThat(seen.description()).isEqualTo("for lunch");
        });
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    @ParameterizedTest(name = "of 100.00 with 40.00 promised elsewhere, {0}: {1}")
    @CsvSource({"60.00, Sent", "60.01, InsufficientFunds"})
    void sendsWhatIsAvailable(String amount, String answer) {
        var alice = wallets.someoneWith("100.00");
        wallets.reserve(alice, "40.00");

        assertThat(send(alice, amount).getClass().getSimpleName()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} at once: {1}")
    @CsvSource({"2000.00, Sent", "2000.01, LimitExceeded"})
    void keepsTheSendersLimit(String amount, String answer) {
        var alice = wallets.someoneWith("5000.00");

        assertThat(send(alice, amount).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void whatIsSentCountsForTheDay() {
        var alice = wallets.someoneWith("6000.00");
        send(alice, "2000.00");
        send(alice, "2000.00");

        assertThat(send(alice, "1000.01")).isEqualTo(new Outcome.LimitExceeded());
        assertThat(send(alice, "1000.00")).isInstanceOf(Outcome.Sent.class);
    }

    @ParameterizedTest(name = "{0} to a wallet of 18,000.00 with 1,000.00 on its way: {1}")
    @CsvSource({"1000.00, Sent", "1000.01, ReceiverCannotTakeIt"})
    void keepsTheReceiversLimit(String amount, String answer) {
        var alice = wallets.someoneWith("2000.00");
        wallets.topUp(bob, "18000.00");
        startTopUp.start(new StartTopUp.Request(new OwnerId(bob), Money.of("1000.00", "SGD"), "pm_card_visa", null));

        assertThat(send(alice, amount).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void anApprovalIsGoodForOne() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        var approval = approvalOf(request);
        assertThat(send(request, approval)).isInstanceOf(Outcome.Sent.class);

        assertThat(send(request, approval)).isEqualTo(new Outcome.NotApproved(Verdict.Reason.USED));
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("70.00"));
    }

    @Test
    void aRefusedTransferLeavesItsApprovalUnspent() {
        var alice = wallets.someoneWith("10.00");
        var request = request(alice, "30.00");
        var approval = approvalOf(request);
        assertThat(send(request, approval)).isEqualTo(new Outcome.InsufficientFunds());

        wallets.topUp(alice, "20.00");

        assertThat(send(request, approval)).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void thirtyTwoAtOnceWithOneApprovalAreOne() throws Exception {
        var alice = wallets.someoneWith("1000.00");
        var request = request(alice, "30.00");
        var approval = approvalOf(request);
        var attempts = IntStream.range(0, 32)
                .<Callable<Outcome>>mapToObj(_ -> () -> send(request, approval))
                .toList();

        List<Outcome> outcomes;
        try (var threads = Executors.newFixedThreadPool(32)) {
            outcomes = threads.invokeAll(attempts).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(outcomes).filteredOn(Outcome.Sent.class::isInstance).hasSize(1);
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("30.00"));
    }

    private Outcome send(UUID sender, String amount) {
        var request = request(sender, amount);
        return send(request, approvalOf(request));
    }

    private Outcome send(SendTransfer.Request request, String approval) {
        return sendTransfer.send(request, sendTransfer.judge(request, approval));
    }

    private static SendTransfer.Request request(UUID sender, String amount) {
        return new SendTransfer.Request(new OwnerId(sender), "alice (A•••)", "bob", ttk(amount), "for lunch");
    }

    private String approvalOf(SendTransfer.Request request) {
        return TestApprovals.ofTransfer(
                request.sender().value(),
                bob,
                "bob",
                request.amount(),
                clock.instant().plusSeconds(120));
    }

    private Transaction newestOf(UUID owner) {
        return history.of(new OwnerId(owner), Selection.EVERYTHING, new PageQuery(1, null))
                .data()
                .getFirst();
    }
}
