package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.Command;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A neighbour that does not answer delays a purchase, and does nothing worse. */
@InTheShop
class OutageTests {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration AFTER_ITS_RETURN = Duration.ofSeconds(60);

    private final Shop shop;
    private final Visitor visitor;

    OutageTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @Test
    void aPaymentWhileTheWalletIsDownIsPromisedAtOnceAndFinishedByItself() throws Exception {
        var lipstick = visitor.finds("lipstick");
        var alice = Customer.registersWithMoney(shop, "alice", "10.00");
        var order = alice.orders(lipstick, 1);
        var approval = alice.approves(order);
        shop.kill(Part.WALLET);

        var asked = System.nanoTime();
        var promised = alice.paysWith(approval, order, UUID.randomUUID()).expect(202);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LONGEST_ANSWER);
        assertThat(promised.header("Location")).hasValue("/api/orders/" + order.id());
        assertThat(alice.sees(order).isUnderWay()).isTrue();

        shop.start(Part.WALLET);

        assertThat(alice.waitsFor(order, AFTER_ITS_RETURN).status()).isEqualTo("PAID");
        assertThat(alice.wallet().balance()).isEqualTo(ttk("2.10"));
        assertThat(alice.wallet().reserved()).isEqualTo(ttk("0.00"));
        assertThat(alice.transactions("PURCHASE")).hasSize(1);
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - 1);
        visitor.provesTheLedger();
    }

    @ParameterizedTest(name = "an answer to {0} that gets lost is asked for again")
    @EnumSource(
            value = Command.class,
            names = {"RESERVE", "COMMIT"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aLostAnswerIsAskedForAgain(Command command) throws Exception {
        var lipstick = visitor.finds("lipstick");
        var bob = Customer.registersWithMoney(shop, "bob", "10.00");
        var order = bob.orders(lipstick, 1);

        var lost = shop.wireTo(Part.WALLET).loseAnswersTo(command);
        var payment = bob.startsPaying(order);
        lost.awaitStrike();
        lost.close();

        assertThat(payment.get().status()).isIn(200, 202);
        assertThat(bob.waitsFor(order, AFTER_ITS_RETURN).status()).isEqualTo("PAID");
        assertThat(bob.wallet().balance()).isEqualTo(ttk("2.10"));
        assertThat(bob.wallet().reserved()).isEqualTo(ttk("0.00"));
        assertThat(bob.transactions("PURCHASE")).hasSize(1);
        visitor.provesTheLedger();
    }
}
