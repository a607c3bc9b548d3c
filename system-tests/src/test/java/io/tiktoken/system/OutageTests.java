package io.tiktoken.system;

import static io.tiktoken.system.Purchases.assertPaidOnce;
import static io.tiktoken.system.Purchases.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Product;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.Command;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A neighbour that does not answer delays a purchase, and does nothing worse. */
@InTheShop
class OutageTests {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration SAGA_DEADLINE = Duration.ofSeconds(60);
    private static final Duration AFTER_ITS_RETURN = Duration.ofSeconds(60);

    private final Shop shop;
    private final Visitor visitor;
    private Product lipstick;

    OutageTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @BeforeEach
    void lookAtTheGoods() {
        lipstick = visitor.finds("lipstick");
    }

    @Test
    void aPaymentWhileTheWalletIsDownIsPromisedAtOnceAndFinishedByItself() throws Exception {
        var alice = Customer.registersWithMoney(shop, "alice", "10.00");
        var order = alice.orders(lipstick, 1);
        var approval = alice.approves(order);
        shop.kill(Part.WALLET);

        var asked = System.nanoTime();
        var promised = alice.paysWith(approval, order, UUID.randomUUID()).expect(202);

        assertThat(since(asked)).isLessThan(LONGEST_ANSWER);
        assertThat(promised.header("Location")).hasValue("/api/orders/" + order.id());
        assertThat(alice.sees(order).isUnderWay()).isTrue();

        shop.start(Part.WALLET);
        var returned = since(asked);

        var end = alice.waitsFor(order, AFTER_ITS_RETURN);
        if (end.status().equals("AWAITING_PAYMENT")) { // a machine so slow that the wallet missed the deadline
            assertThat(returned.plusSeconds(5)).isGreaterThan(SAGA_DEADLINE);
            assertThat(end.refusal()).isEqualTo("payment_timed_out");
            assertUntouched(alice, end, "10.00");
            assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available());
        } else {
            assertPaidOnce(alice, end, "10.00");
            assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - 1);
        }
        visitor.provesTheLedger();
    }

    @ParameterizedTest(name = "an answer to {0} that gets lost is asked for again")
    @EnumSource(
            value = Command.class,
            names = {"RESERVE", "COMMIT"})
    void aLostAnswerIsAskedForAgain(Command command) throws Exception {
        var bob = Customer.registersWithMoney(shop, "bob", "10.00");
        var order = bob.orders(lipstick, 1);

        var lost = shop.wireTo(Part.WALLET).loseAnswersTo(command);
        var payment = bob.startsPaying(order);
        lost.awaitStrike();
        lost.close();

        assertThat(payment.get().status()).isIn(200, 202);
        assertPaidOnce(bob, bob.waitsFor(order, AFTER_ITS_RETURN), "10.00");
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - 1);
        visitor.provesTheLedger();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
