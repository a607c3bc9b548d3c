package io.tiktoken.wallet.reservation;

import static java.util.Objects.requireNonNull;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.reservation.ReservationState;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside for one purchase, under an id that the caller chose.
 *
 * @param knownTerms null when only a release was ever heard of it, or nothing at all
 * @param refusal why no money was set aside; null when it was
 * @param refunded how much of what was committed has been given back
 */
public record Reservation(
        ReservationId id,
        ReservationState state,
        @Nullable Terms knownTerms,
        @Nullable Refusal refusal,
        Money refunded) {

    private static final Money NOTHING = Money.zero(Currency.TTK);

    /** A reservation that nobody has heard of. */
    static Reservation unknown(ReservationId id) {
        return new Reservation(id, ReservationState.NONE, null, null, NOTHING);
    }

    static Reservation of(ReservationId id, Terms terms) {
        return new Reservation(id, ReservationState.RESERVED, terms, null, NOTHING);
    }

    static Reservation refused(ReservationId id, Terms terms, Refusal refusal) {
        return new Reservation(id, ReservationState.REFUSED, terms, refusal, NOTHING);
    }

    Reservation become(ReservationState next) {
        return new Reservation(id, next, knownTerms, refusal, refunded);
    }

    public Terms terms() {
        return requireNonNull(knownTerms, "the terms of a reservation that was made");
    }

    boolean isFor(ReserveFunds.Request request) {
        return knownTerms != null && knownTerms.bodyHash().equals(request.bodyHash());
    }

    /** What could still be given back. */
    Money refundable() {
        return state == ReservationState.COMMITTED ? terms().amount().minus(refunded) : NOTHING;
    }
}
