package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * Money on its way into a wallet.
 *
 * @param charged what the card is charged
 * @param paymentMethod the processor's token for the card
 * @param quote what a foreign currency is exchanged by; null for Singapore dollars
 * @param price what it comes to; null until that is settled
 * @param failure why no money came in; null unless it failed
 * @param holdsQuote whether it failed with a redeemed quote that fx-service has not yet taken back
 */
public record TopUp(
        TopUpId id,
        OwnerId owner,
        Status status,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "charged_")
        Money charged,

        String paymentMethod,
        @Nullable QuoteId quote,

        @Embedded(onEmpty = OnEmpty.USE_NULL) @Nullable Price price,

        @Embedded(onEmpty = OnEmpty.USE_NULL) @Nullable Failure failure,

        boolean holdsQuote,
        Instant createdAt) {

    /** How far a top-up has come. */
    public enum Status {
        /** Not known yet: somebody owes us an answer and is asked again until it comes. */
        PENDING,
        SUCCEEDED,
        /** No money came in. */
        FAILED
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    /** Whether nobody has to be asked or told anything more. */
    boolean isOver() {
        return !isPending() && !holdsQuote;
    }

    TopUp priced(Price settled) {
        return with(status, settled, null, false);
    }

    TopUp succeeded() {
        return with(Status.SUCCEEDED, price, null, false);
    }

    /** Before its quote was redeemed, or because it could not be. */
    TopUp failed(Failure reason) {
        return with(Status.FAILED, price, reason, false);
    }

    /** After its quote was redeemed, if it has one: that is somebody's to use once more. */
    TopUp failedWithQuote(Failure reason) {
        return with(Status.FAILED, price, reason, quote != null);
    }

    TopUp withoutQuote() {
        return with(status, price, failure, false);
    }

    private TopUp with(
            Status newStatus, @Nullable Price newPrice, @Nullable Failure newFailure, boolean stillHoldsQuote) {
        return new TopUp(
                id, owner, newStatus, charged, paymentMethod, quote, newPrice, newFailure, stillHoldsQuote, createdAt);
    }
}
