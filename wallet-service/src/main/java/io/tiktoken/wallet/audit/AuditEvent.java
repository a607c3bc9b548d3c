package io.tiktoken.wallet.audit;

import io.tiktoken.defaults.outbox.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * That an administrator did something to a wallet.
 *
 * @param subject the wallet's owner
 * @param detail in which way and why
 */
public record AuditEvent(UUID id, Kind kind, UUID actor, UUID subject, String detail, Instant at) implements Message {

    /** What can happen. */
    public enum Kind {
        WALLET_FROZEN,
        WALLET_FREEZE_LIFTED,
        ADJUSTMENT_REQUESTED,
        ADJUSTMENT_BOOKED,
        ADJUSTMENT_REFUSED,
        ADJUSTMENT_WITHDRAWN
    }
}
