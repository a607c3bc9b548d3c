package io.tiktoken.wallet.freeze;

import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.audit.AuditEvent;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * That an administrator froze a wallet, froze it in another way, or lifted that.
 *
 * @param owner of the wallet
 * @param direction {@code NONE} for what lifts the one before
 */
public record Freeze(
        UUID id,
        OwnerId owner,
        Direction direction,
        Reason reason,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "by_")
        Administrator by,

        Instant at) {

    boolean isFrozen() {
        return direction != Direction.NONE;
    }

    AuditEvent.Kind kind() {
        return isFrozen() ? AuditEvent.Kind.WALLET_FROZEN : AuditEvent.Kind.WALLET_FREEZE_LIFTED;
    }

    String inWords() {
        return isFrozen() ? "%s: %s".formatted(direction, reason) : reason.text();
    }

    boolean saysTheSame(Direction other, Reason otherReason) {
        return direction == other && reason.equals(otherReason);
    }
}
