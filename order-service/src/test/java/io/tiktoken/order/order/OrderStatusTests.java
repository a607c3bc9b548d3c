package io.tiktoken.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.cart.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTests {

    static final Instant PLACED = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0} may become {1}")
    @CsvSource({
        "AWAITING_PAYMENT, 'PROCESSING CANCELLED EXPIRED'",
        "PROCESSING, 'AWAITING_PAYMENT PAID'",
        "PAID, 'PACKED REFUNDED'",
        "PACKED, 'SHIPPED REFUNDED'",
        "SHIPPED, 'DELIVERED REFUNDED'",
        "DELIVERED, 'REFUNDED'",
        "REFUNDED, ''",
        "CANCELLED, ''",
        "EXPIRED, ''"
    })
    void mayBecomeTheseAndNoOthers(OrderStatus status, String followers) {
        assertThat(Arrays.stream(OrderStatus.values())
                        .filter(status::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(followers);
    }

    @Test
    void anIllegalChangeSaysWhoWhatAndWhy() {
        var cancelled = placed().become(OrderStatus.CANCELLED, PLACED);

        assertThatThrownBy(() -> cancelled.become(OrderStatus.PROCESSING, PLACED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Order %s is CANCELLED and cannot become PROCESSING", cancelled.id());
    }

    @ParameterizedTest(name = "{0} s after placing it is {1}")
    @CsvSource({"899, AWAITING_PAYMENT", "900, EXPIRED"})
    void expiresWhenItsPricesDo(int seconds, OrderStatus status) {
        assertThat(placed().asOf(PLACED.plusSeconds(seconds)).status()).isEqualTo(status);
    }

    @Test
    void doesNotExpireWhileItIsBeingPaid() {
        var processing = placed().become(OrderStatus.PROCESSING, PLACED);

        assertThat(processing.asOf(PLACED.plus(Duration.ofDays(1)))).isEqualTo(processing);
    }

    @Test
    void theTotalIsTheSumOfItsLines() {
        assertThat(placed().total()).isEqualTo(Money.of("35.00", "TTK"));
    }

    private static Order placed() {
        return Order.placed(
                new OrderId(UUID.randomUUID()),
                UUID.randomUUID(),
                new Merchant(UUID.randomUUID(), "TikToken Shop"),
                List.of(
                        new OrderLine(new ProductId(UUID.randomUUID()), "Tea", Money.of("15.50", "TTK"), 2),
                        new OrderLine(new ProductId(UUID.randomUUID()), "Cup", Money.of("4.00", "TTK"), 1)),
                PLACED,
                PLACED.plus(Duration.ofMinutes(15)));
    }
}
