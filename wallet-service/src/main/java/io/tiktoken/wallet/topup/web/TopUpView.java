package io.tiktoken.wallet.topup.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.topup.Failure;
import io.tiktoken.wallet.topup.TopUp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a top-up stands.
 *
 * @param charged what the card is charged, once it succeeds
 * @param credited what came in; absent unless it succeeded
 * @param failure the problem's code; absent unless it failed
 * @param declineCode what the card's bank gave as the reason
 */
record TopUpView(
        UUID id,
        TopUp.Status status,
        Money charged,
        @Nullable Money credited,
        @Nullable Money fee,
        @Nullable String failure,
        @Nullable String declineCode,
        Instant createdAt) {

    static TopUpView of(TopUp topUp) {
        var price = topUp.status() == TopUp.Status.SUCCEEDED ? topUp.price() : null;
        var failure = Optional.ofNullable(topUp.failure());
        return new TopUpView(
                topUp.id().value(),
                topUp.status(),
                topUp.charged(),
                price == null ? null : price.credited(),
                price == null ? null : price.fee(),
                failure.map(Failure::reason).map(Failure.Reason::code).orElse(null),
                failure.map(Failure::declineCode).orElse(null),
                topUp.createdAt());
    }
}
