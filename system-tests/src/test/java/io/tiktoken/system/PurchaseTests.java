package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import org.junit.jupiter.api.Test;

/** The story that the shop exists for. */
@InTheShop
class PurchaseTests {

    private final Shop shop;
    private final Visitor visitor;

    PurchaseTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @Test
    void somebodyRegistersTopsUpOrdersWhatIsInTheCartAndPaysWithThePin() {
        var cardigan = visitor.finds("cardigan");
        var alice = Customer.registers(shop, "alice");
        alice.topsUp("50.00");
        alice.putsInCart(cardigan, 1);

        var order = alice.orders();

        assertThat(order.status()).isEqualTo("AWAITING_PAYMENT");
        assertThat(order.total()).isEqualTo(cardigan.price()).isEqualTo(ttk("18.80"));

        var paid = alice.pays(order).expect(200).as(Order.class);

        assertThat(paid.status()).isEqualTo("PAID");
        assertThat(visitor.countsAvailable(cardigan)).isEqualTo(cardigan.available() - 1);
        assertThat(alice.wallet().balance()).isEqualTo(ttk("31.20"));
        assertThat(alice.wallet().reserved()).isEqualTo(ttk("0.00"));
        assertThat(alice.transactions("PURCHASE")).singleElement().satisfies(purchase -> {
            assertThat(purchase.amount()).isEqualTo(ttk("-18.80"));
            assertThat(purchase.balanceAfter()).isEqualTo(ttk("31.20"));
            assertThat(purchase.counterparty()).asString().contains("TikToken Shop");
        });
        visitor.provesTheLedger();
    }

    @Test
    void theCartIsEmptyOnceItsGoodsAreOrdered() {
        var alice = Customer.registers(shop, "alice");
        alice.putsInCart(visitor.finds("lipstick"), 2);

        var order = alice.orders();

        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(2);
            assertThat(line.total()).isEqualTo(ttk("15.80"));
        });
        assertThat(alice.browser().get("/api/cart").expect(200).body().path("items"))
                .isEmpty();
    }

    @Test
    void everyOrderAndItsTimelineStayVisible() {
        var bob = Customer.registersWithMoney(shop, "bob", "20.00");
        var order = bob.orders(visitor.finds("lipstick"), 1);
        bob.pays(order).expect(200);

        var seen = bob.browser().get("/api/orders/" + order.id()).expect(200).body();
        var listed = bob.browser().get("/api/orders").expect(200).body();

        assertThat(seen.path("timeline")).isNotEmpty();
        assertThat(listed.path("data"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asString())
                        .isEqualTo(order.id().toString()));
    }
}
