package io.tiktoken.order.purchase;

import java.util.Locale;
import java.util.Optional;

/** Why a purchase was undone, as the customer is told. */
public enum Refusal {
    OUT_OF_STOCK,
    INSUFFICIENT_FUNDS,
    LIMIT_EXCEEDED,
    WALLET_FROZEN,
    /** The merchant can take no payments just now. */
    PAYEE_FROZEN,
    APPROVAL_INVALID,
    APPROVAL_EXPIRED,
    APPROVAL_USED,
    /** It could not be decided in time, because a neighbour gave no answer. */
    PAYMENT_TIMED_OUT,
    /** A reservation was gone before it could be committed. */
    RESERVATION_EXPIRED;

    /** What a neighbour's definite no to a reservation means to the customer; empty when it is none of theirs. */
    static Optional<Refusal> of(String code) {
        return switch (code) {
            case "out_of_stock" -> Optional.of(OUT_OF_STOCK);
            case "insufficient_funds" -> Optional.of(INSUFFICIENT_FUNDS);
            case "limit_exceeded" -> Optional.of(LIMIT_EXCEEDED);
            case "wallet_frozen" -> Optional.of(WALLET_FROZEN);
            case "payee_frozen" -> Optional.of(PAYEE_FROZEN);
            case "approval_expired" -> Optional.of(APPROVAL_EXPIRED);
            case "approval_used" -> Optional.of(APPROVAL_USED);
            case "already_released", "expired" -> Optional.of(RESERVATION_EXPIRED);
            default -> code.startsWith("approval_") ? Optional.of(APPROVAL_INVALID) : Optional.empty();
        };
    }

    /** Whether the customer may repeat the very same request with a better approval. */
    public boolean isAboutTheApproval() {
        return switch (this) {
            case APPROVAL_INVALID, APPROVAL_EXPIRED, APPROVAL_USED -> true;
            case OUT_OF_STOCK,
                    INSUFFICIENT_FUNDS,
                    LIMIT_EXCEEDED,
                    WALLET_FROZEN,
                    PAYEE_FROZEN,
                    PAYMENT_TIMED_OUT,
                    RESERVATION_EXPIRED -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
