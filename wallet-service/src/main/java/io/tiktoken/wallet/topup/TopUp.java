package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way into a wallet.
 *
 * @param charged what the card is charged
 * @param paymentMethod the processor's token for the card
 * @param quote what a foreign currency is exchanged by; null for Singapore dollars
 * @param price what it comes to; null until that is settled
 * @param failure why no money came in; null unless it failed
 */
public record TopUp(
        UUID id,
        UUID owner,
        TopUpStatus status,
        Money charged,
        String paymentMethod,
        @Nullable UUID quote,
        @Nullable Price price,
        @Nullable Failure failure,
        Instant createdAt) {

    boolean isPending() {
        return status == TopUpStatus.PENDING;
    }

    TopUp priced(Price settled) {
        return new TopUp(id, owner, status, charged, paymentMethod, quote, settled, null, createdAt);
    }

    TopUp succeeded() {
        return new TopUp(id, owner, TopUpStatus.SUCCEEDED, charged, paymentMethod, quote, price, null, createdAt);
    }

    TopUp failed(Failure reason) {
        return new TopUp(id, owner, TopUpStatus.FAILED, charged, paymentMethod, quote, price, reason, createdAt);
    }
}
