package io.tiktoken.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.order.VerbTest;
import io.tiktoken.order.cart.FakeCatalog;
import io.tiktoken.order.order.CancelOrder;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderEvent;
import io.tiktoken.order.order.OrderFixtures;
import io.tiktoken.order.order.OrderStatus;
import io.tiktoken.order.order.PlaceOrder;
import io.tiktoken.order.order.ShowOrders;
import io.tiktoken.order.purchase.PayOrder.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class PayOrderTests {

    final UUID alice = UUID.randomUUID();

    @Autowired
    PayOrder payOrder;

    @Autowired
    RecoverPurchases recoverPurchases;

    @Autowired
    Purchases purchases;

    @Autowired
    PurchaseSaga saga;

    @Autowired
    PurchaseSettings settings;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ShowOrders showOrders;

    @Autowired
    FakeCatalog catalog;

    @Autowired
    FakeStock stock;

    @Autowired
    FakeFunds funds;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    Order order;

    @BeforeEach
    void anOrderAwaitsPayment() {
        stock.clear();
        funds.clear();
        finishEverything();
        stock.clear();
        funds.clear();
        order = OrderFixtures.placed(placeOrder, writer, catalog, alice);
    }

    @Test
    void paysOnceWhateverKeyComesLater() {
        assertThat(pay("first")).isEqualTo(new Outcome.Paid(false));
        assertThat(pay("first")).isEqualTo(new Outcome.Paid(true));
        assertThat(pay("second")).isEqualTo(new Outcome.Paid(false));
        assertThat(pay("second")).isEqualTo(new Outcome.Paid(true));

        assertThat(funds.calls).containsExactly("reserve", "commit");
        assertThat(timeline()).containsExactly(OrderStatus.AWAITING_PAYMENT, OrderStatus.PROCESSING, OrderStatus.PAID);
    }

    @Test
    void isStillProcessingWhileSomebodyIsSilentAndRecoversByItself() {
        funds.isSilentOn("commit");
        assertThat(pay("first")).isEqualTo(new Outcome.Processing(false));
        assertThat(pay("first")).isEqualTo(new Outcome.Processing(true));
        assertThat(pay("second")).isEqualTo(new Outcome.Processing(false));

        funds.answersAgain();
        assertThat(recoverPurchases.recover()).as("its pause is not over").isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(recoverPurchases.recover()).isEqualTo(1);

        assertThat(pay("third")).isEqualTo(new Outcome.Paid(false));
        assertThat(funds.commits).hasValue(1);
    }

    @Test
    void aRefusedAttemptRepeatsItsAnswerAndANewKeyTriesAgain() {
        funds.refuses("insufficient_funds");
        assertThat(pay("first")).isEqualTo(new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS, false));
        assertThat(status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(timelineReasons()).containsExactly(null, null, "insufficient_funds");

        funds.clear();
        assertThat(pay("first")).isEqualTo(new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS, true));
        assertThat(funds.calls).isEmpty();

        assertThat(pay("second")).isEqualTo(new Outcome.Paid(false));
        assertThat(pay("first")).as("the order decides").isEqualTo(new Outcome.Paid(true));
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void aRefusedApprovalMayBePutRightUnderTheSameKey() {
        funds.refuses("approval_expired");
        assertThat(pay("first")).isEqualTo(new Outcome.Refused(Refusal.APPROVAL_EXPIRED, false));

        funds.clear();

        assertThat(pay("first")).isEqualTo(new Outcome.Paid(false));
    }

    @Test
    void aKeyBelongsToTheLastAttemptItBegan() {
        funds.refuses("approval_expired");
        pay("first");
        funds.refuses("insufficient_funds");
        assertThat(pay("first")).isEqualTo(new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS, false));

        funds.clear();

        assertThat(pay("first")).isEqualTo(new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS, true));
        assertThat(funds.calls).isEmpty();
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void oneKeyIsForOneOrder() {
        pay("first");
        var other = OrderFixtures.placed(placeOrder, writer, catalog, alice);

        assertThatThrownBy(() -> payOrder.pay(request(other, alice, "first")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another request");
        assertThat(showOrders.find(alice, other.id()).orElseThrow().order().status())
                .isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void noOneElseCanPayIt() {
        assertThat(payOrder.pay(request(order, UUID.randomUUID(), "first"))).isEqualTo(new Outcome.NotFound());
        assertThat(funds.calls).isEmpty();
    }

    @Test
    void aCancelledOrderCannotBePaid() {
        cancelOrder.cancel(alice, order.id());

        assertThat(pay("first")).isEqualTo(new Outcome.Cancelled());
    }

    @ParameterizedTest(name = "{0} s after placing it ends as {1}")
    @CsvSource({"899, Paid", "900, Expired"})
    void canBePaidUntilItsPricesExpire(int seconds, String outcome) {
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(pay("first").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void theApprovalIsKeptAsItIsUntilItIsAnswered() {
        stock.isSilentOn("reserve");
        pay("first");

        assertThat(jdbc.sql("SELECT approval FROM purchases WHERE order_id = ?")
                        .param(order.id())
                        .query(String.class)
                        .single())
                .isEqualTo(PurchaseFixtures.APPROVAL.token());
    }

    @Test
    void theApprovalIsGoneFromTheDatabaseOnceItIsAnswered() {
        funds.isSilentOn("commit");
        pay("first");

        assertThat(jdbc.sql("SELECT count(*) FROM purchases WHERE approval IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thirtyTwoCallsAtOnceAreOneAttempt() throws Exception {
        var outcomes = atOnce(32, i -> pay("key-" + i % 4));

        assertThat(outcomes)
                .allMatch(outcome -> outcome instanceof Outcome.Paid || outcome instanceof Outcome.Processing);
        assertThat(pay("afterwards")).isEqualTo(new Outcome.Paid(false));
        assertThat(attempts()).isEqualTo(1);
        assertThat(funds.calls).containsExactly("reserve", "commit");
        assertThat(stock.calls).containsExactly("reserve", "commit");
    }

    @Test
    void aCancellationAndAPaymentNeverBothWin() throws Exception {
        for (var round = 0; round < 20; round++) {
            order = OrderFixtures.placed(placeOrder, writer, catalog, alice);
            var key = "round-" + round;
            var outcomes = atOnce(2, i -> i == 0 ? pay(key) : cancelOrder.cancel(alice, order.id()));

            var paid = outcomes.contains(new Outcome.Paid(false));
            assertThat(status()).isEqualTo(paid ? OrderStatus.PAID : OrderStatus.CANCELLED);
        }
    }

    @Test
    void recoversWhatAKilledProcessLeftBehindOnceItsLeaseHasRunOut() {
        var begun = begunAndLeft();
        assertThat(recoverPurchases.recover()).as("it may still be alive").isZero();

        clock.advance(settings.lease());
        recoverPurchases.recover();

        assertThat(purchases.get(begun.id()).step()).isEqualTo(Step.PAID);
    }

    @Test
    void nobodyTakesOverWhatSomebodyWorksOn() {
        var begun = begunAndLeft();
        assertThat(purchases.claim(begun.id())).as("its first worker's lease").isEmpty();

        clock.advance(settings.lease());

        assertThat(purchases.claim(begun.id())).isPresent();
        assertThat(purchases.claim(begun.id()))
                .as("the lease of who was faster")
                .isEmpty();
    }

    @Test
    void twoRecoveriesAtOnceMoveAPurchaseOnce() throws Exception {
        var begun = begunAndLeft();
        clock.advance(settings.lease());

        atOnce(8, _ -> recoverPurchases.recover());

        assertThat(purchases.get(begun.id()).step()).isEqualTo(Step.PAID);
        assertThat(funds.calls).containsExactly("reserve", "commit");
        assertThat(timeline()).containsExactly(OrderStatus.AWAITING_PAYMENT, OrderStatus.PROCESSING, OrderStatus.PAID);
    }

    @Test
    void whoeverWasPausedBeyondTheirLeaseChangesNothingAnyMore() {
        var paused = begunAndLeft();
        clock.advance(settings.lease());
        recoverPurchases.recover();

        var left = saga.run(paused);

        assertThat(left.step()).as("how far it had come when it was told").isEqualTo(Step.STOCK_RESERVED);
        assertThat(purchases.get(paused.id()).step()).isEqualTo(Step.PAID);
        assertThat(funds.commits).hasValue(1);
    }

    @Test
    void aClockThatWasSetBackDoesNotFreezePurchases() {
        var begun = begunAndLeft();
        clock.advance(Duration.ofHours(-1));

        recoverPurchases.recover();

        assertThat(purchases.get(begun.id()).step()).isEqualTo(Step.PAID);
    }

    @Test
    void aParkedPurchaseIsCountedAndLeftAlone() {
        var before = purchases.countParked();
        funds.answers("commit", new Answer.Unexpected<>("418 teapot"));
        pay("first");
        finishEverything();

        assertThat(purchases.countParked()).isEqualTo(before + 1);
        assertThat(pay("second")).isEqualTo(new Outcome.Processing(false));
    }

    /** What is stored when the process is killed right after the first write. */
    private Purchase begunAndLeft() {
        return writer.write(() -> purchases.begin(order, PurchaseFixtures.APPROVAL));
    }

    private void finishEverything() {
        for (var round = 0; round < 10; round++) {
            clock.advance(settings.longestPause());
            recoverPurchases.recover();
        }
    }

    private Outcome pay(String key) {
        return payOrder.pay(request(order, alice, key));
    }

    private static PayOrder.Request request(Order order, UUID customer, String key) {
        return new PayOrder.Request(
                customer,
                order.id(),
                PurchaseFixtures.APPROVAL,
                new IdempotentRequest(customer.toString(), key, "POST", "/api/orders/" + order.id() + "/payment"),
                Map.of("approval", UUID.randomUUID()));
    }

    private OrderStatus status() {
        return showOrders.find(alice, order.id()).orElseThrow().order().status();
    }

    private List<OrderStatus> timeline() {
        return showOrders.find(alice, order.id()).orElseThrow().timeline().stream()
                .map(OrderEvent::status)
                .toList();
    }

    private List<String> timelineReasons() {
        return showOrders.find(alice, order.id()).orElseThrow().timeline().stream()
                .map(OrderEvent::reason)
                .toList();
    }

    private int attempts() {
        return jdbc.sql("SELECT count(*) FROM purchases WHERE order_id = ?")
                .param(order.id().toString())
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> atOnce(int callers, IntFunction<T> call) throws Exception {
        var start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return call.apply(i);
                    })
                    .toList();
            var outcomes = new ArrayList<T>();
            for (var outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
