package io.tiktoken.wallet.adjustment;

import static java.util.Objects.requireNonNullElse;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.Movement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an administrator wants a wallet corrected.
 *
 * @param amount less than zero for what is to be taken out
 * @param corrects the transaction that it puts right; null when there is none
 * @param decision null while nobody has decided
 */
public record Adjustment(
        UUID id,
        UUID owner,
        Money amount,
        Reason reason,
        @Nullable UUID corrects,
        Administrator requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Decision decision) {

    /** Where one can stand; from every state but the first there is no way on. */
    public enum State {
        AWAITING_CONFIRMATION,
        BOOKED,
        /** Another administrator did not agree. */
        REFUSED,
        /** Whoever asked for it took it back. */
        WITHDRAWN,
        /** Nobody decided in time. */
        EXPIRED
    }

    /** What became of it, and through whom. */
    public record Decision(State state, Administrator by, Instant at) {}

    /** As it stands at this moment: nobody has to do anything for it to expire. */
    public State stateAt(Instant now) {
        if (decision != null) {
            return decision.state();
        }
        return now.isBefore(expiresAt) ? State.AWAITING_CONFIRMATION : State.EXPIRED;
    }

    boolean isRequestedBy(Administrator administrator) {
        return requestedBy.id().equals(administrator.id());
    }

    Adjustment decided(Decision made) {
        return new Adjustment(id, owner, amount, reason, corrects, requestedBy, requestedAt, expiresAt, made);
    }

    Movement movement() {
        return new Movement.Adjustment(id, owner, amount, reason.text(), requireNonNullElse(corrects, id));
    }
}
