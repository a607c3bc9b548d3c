package io.tiktoken.wallet.adjustment;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.ledger.Movement;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * That an administrator wants a wallet corrected, and what became of it.
 *
 * @param amount less than zero for what is to be taken out
 * @param corrects the transaction that it puts right; null when there is none
 */
public record Adjustment(
        Decision decision, Money amount, @Nullable UUID corrects) {

    /** Which decisions are adjustments. */
    static final String KIND = "ADJUSTMENT";

    private static final String AMOUNT = "amount";
    private static final String CORRECTS = "corrects";

    /** Where one can stand, in the words of whoever corrects wallets. */
    public enum State {
        AWAITING_CONFIRMATION(Status.AWAITING_CONFIRMATION),
        BOOKED(Status.CONFIRMED),
        REFUSED(Status.REFUSED),
        WITHDRAWN(Status.WITHDRAWN),
        EXPIRED(Status.EXPIRED);

        private final Status status;

        State(Status status) {
            this.status = status;
        }

        Status status() {
            return status;
        }

        static State of(Status status) {
            return Arrays.stream(values())
                    .filter(state -> state.status == status)
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Adjustment of(Decision decision) {
        var corrects = decision.details().path(CORRECTS);
        return new Adjustment(
                decision,
                Money.tikTokens(decision.details().path(AMOUNT).longValue()),
                corrects.isMissingNode() ? null : UUID.fromString(corrects.asString()));
    }

    /** How these are kept with a decision. */
    static JsonNode details(Money amount, @Nullable UUID corrects) {
        var details = JsonNodeFactory.instance.objectNode().put(AMOUNT, amount.amount());
        return corrects == null ? details : details.put(CORRECTS, corrects.toString());
    }

    /** When it is booked, this is also the id of the journal entry. */
    public UUID id() {
        return decision.id();
    }

    public OwnerId owner() {
        return new OwnerId(decision.subject());
    }

    public Reason reason() {
        return new Reason(requireNonNull(decision.reason()));
    }

    public State state() {
        return State.of(decision.status());
    }

    Movement movement() {
        return new Movement.Adjustment(id(), owner(), amount, reason().text(), requireNonNullElse(corrects, id()));
    }
}
