package io.tiktoken.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.order.VerbTest;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.FakeCatalog;
import io.tiktoken.order.cart.FillCart;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.order.PlaceOrder.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class OrdersTests {

    final UUID alice = UUID.randomUUID();
    final UUID bob = UUID.randomUUID();

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ExpireOrders expireOrders;

    @Autowired
    ShowOrders showOrders;

    @Autowired
    FillCart fillCart;

    @Autowired
    Orders orders;

    @Autowired
    FakeCatalog catalog;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @AfterEach
    void theCatalogueIsBack() {
        catalog.isAway(false);
        catalog.whileAsked(() -> {});
    }

    @Test
    void keepsTodaysPriceHoweverItChangesLater() {
        var tea = catalog.sells("Tea", "15.50", 10);
        var order = ((Outcome.Placed) place(List.of(new CartItem(tea, 3)))).order();

        catalog.costs(tea, "99.00");

        var stored = orders.find(order.id()).orElseThrow();
        assertThat(stored).isEqualTo(order);
        assertThat(stored.total()).isEqualTo(Money.of("46.50", "TTK"));
        assertThat(stored.expiresAt()).isEqualTo(stored.createdAt().plus(Duration.ofMinutes(15)));
    }

    @Test
    void refusesWhatTheCatalogueDoesNotKnow() {
        var unknown = new ProductId(UUID.randomUUID());

        assertThat(place(List.of(new CartItem(unknown, 1)))).isEqualTo(new Outcome.UnknownProduct(unknown));
    }

    @Test
    void sellsTheLastOneButNotOneMore() {
        var rare = catalog.sells("Rare tea", "1.00", 2);

        assertThat(place(List.of(new CartItem(rare, 2)))).isInstanceOf(Outcome.Placed.class);
        assertThat(place(List.of(new CartItem(rare, 3)))).isInstanceOf(Outcome.OutOfStock.class);
    }

    @Test
    void placesNothingWhileTheCatalogueIsAway() {
        var tea = catalog.sells("Tea", "15.50", 10);
        catalog.isAway(true);

        assertThat(place(List.of(new CartItem(tea, 1)))).isInstanceOf(Outcome.CatalogUnavailable.class);
        assertThat(page(10)).isEmpty();
    }

    @Test
    void ordersTheCartAndEmptiesIt() {
        fillCart.put(alice, new CartItem(catalog.sells("Tea", "15.50", 10), 2));

        assertThat(place(null)).isInstanceOf(Outcome.Placed.class);
        assertThat(place(null)).isInstanceOf(Outcome.CartEmpty.class);
    }

    @Test
    void ordersNothingWhenTheCartChangedMeanwhile() {
        var tea = catalog.sells("Tea", "15.50", 10);
        fillCart.put(alice, new CartItem(tea, 2));
        var prepared = placeOrder.prepare(alice, null);
        fillCart.put(alice, new CartItem(tea, 3));

        assertThat(writer.<Outcome>write(prepared::get)).isInstanceOf(Outcome.CartChanged.class);
        assertThat(page(10)).isEmpty();
    }

    @Test
    void cancelsWhatIsNotPaidAndSaysSoAgain() {
        var order = placed();

        assertThat(cancelOrder.cancel(alice, order.id())).isInstanceOf(CancelOrder.Outcome.Cancelled.class);
        assertThat(cancelOrder.cancel(alice, order.id())).isInstanceOf(CancelOrder.Outcome.Cancelled.class);
        assertThat(timeline(order)).containsExactly(OrderStatus.AWAITING_PAYMENT, OrderStatus.CANCELLED);
    }

    @Test
    void someoneElsesOrderDoesNotExist() {
        var order = placed();

        assertThat(showOrders.find(bob, order.id())).isEmpty();
        assertThat(cancelOrder.cancel(bob, order.id())).isInstanceOf(CancelOrder.Outcome.NotFound.class);
        assertThat(timeline(order)).containsExactly(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void doesNotCancelWhatIsBeingPaidOrIsPaid() {
        var order = placed();
        var processing = become(order, OrderStatus.PROCESSING);
        assertThat(cancelOrder.cancel(alice, order.id())).isInstanceOf(CancelOrder.Outcome.PaymentInProgress.class);

        become(processing, OrderStatus.PAID);
        assertThat(cancelOrder.cancel(alice, order.id())).isInstanceOf(CancelOrder.Outcome.AlreadyPaid.class);
    }

    @Test
    void looksExpiredBeforeTheSweepAndStaysSoAfterIt() {
        var order = placed();
        clock.advance(Duration.ofMinutes(15));

        assertThat(timeline(order)).containsExactly(OrderStatus.AWAITING_PAYMENT, OrderStatus.EXPIRED);
        assertThat(cancelOrder.cancel(alice, order.id())).isInstanceOf(CancelOrder.Outcome.Expired.class);

        assertThat(expireOrders.expire()).isPositive();

        assertThat(expireOrders.expire()).isZero();
        assertThat(orders.find(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(timeline(order)).containsExactly(OrderStatus.AWAITING_PAYMENT, OrderStatus.EXPIRED);
    }

    @Test
    void aChangeBasedOnAnOldVersionIsRefused() {
        var order = placed();
        become(order, OrderStatus.CANCELLED);

        assertThatThrownBy(() -> become(order, OrderStatus.PROCESSING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no longer AWAITING_PAYMENT");
    }

    @Test
    void listsTheNewestFirstInPages() throws InterruptedException {
        var first = placed();
        Thread.sleep(2); // Ids sort by the time of their making, to the millisecond.
        var second = placed();
        Thread.sleep(2);
        var third = placed();

        var page = showOrders.page(alice, new PageQuery(2, null));
        assertThat(page.data()).containsExactly(third, second);
        assertThat(showOrders
                        .page(alice, new PageQuery(2, UUID.fromString(page.nextCursor())))
                        .data())
                .containsExactly(first);
        assertThat(showOrders.page(bob, new PageQuery(2, null)).data()).isEmpty();
    }

    private Order placed() {
        return OrderFixtures.placed(placeOrder, writer, catalog, alice);
    }

    private Outcome place(List<CartItem> items) {
        return writer.write(placeOrder.prepare(alice, items)::get);
    }

    private Order become(Order order, OrderStatus next) {
        return writer.write(() -> orders.become(order, next, null));
    }

    private List<Order> page(int limit) {
        return showOrders.page(alice, new PageQuery(limit, null)).data();
    }

    private List<OrderStatus> timeline(Order order) {
        return showOrders.find(alice, order.id()).orElseThrow().timeline().stream()
                .map(OrderEvent::status)
                .toList();
    }
}
