package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Order;

/** How the only purchase of a customer may end: paid to the cent, or as if it had never been tried. */
final class Purchases {

    private static final Money NOTHING = Money.ttk("0.00");

    private Purchases() {}

    /**
     * Holds this customer to one of the two ends, whichever the order claims.
     *
     * @param before what was in the wallet before the purchase
     */
    static void assertWholeOrNotAtAll(Customer customer, Order order, String before) {
        assertThat(order.status()).isIn("PAID", "AWAITING_PAYMENT");
        if (order.status().equals("PAID")) {
            assertPaidOnce(customer, order, before);
        } else {
            assertUntouched(customer, order, before);
        }
    }

    static void assertPaidOnce(Customer customer, Order order, String before) {
        assertThat(order.status()).isEqualTo("PAID");
        assertThat(customer.wallet().balance()).isEqualTo(Money.ttk(before).minus(order.total()));
        assertThat(customer.wallet().reserved()).isEqualTo(NOTHING);
        assertThat(customer.transactions("PURCHASE"))
                .singleElement()
                .satisfies(purchase ->
                        assertThat(purchase.amount()).isEqualTo(order.total().negated()));
    }

    static void assertUntouched(Customer customer, Order order, String before) {
        assertThat(order.status()).isEqualTo("AWAITING_PAYMENT");
        assertThat(customer.wallet().balance()).isEqualTo(Money.ttk(before));
        assertThat(customer.wallet().reserved()).isEqualTo(NOTHING);
        assertThat(customer.transactions("PURCHASE")).isEmpty();
    }
}
