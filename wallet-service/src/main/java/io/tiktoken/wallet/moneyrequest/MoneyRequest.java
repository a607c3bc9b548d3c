package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * That one person would like to have money of another.
 *
 * @param requester who asks
 * @param payer who is asked
 * @param payerName as the requester sees it
 * @param transfer by which it was paid; null unless it was
 */
public record MoneyRequest(
        MoneyRequestId id,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "requester_")
        Party requester,

        OwnerId payer,
        String payerName,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "amount_")
        Money amount,

        @Nullable String note,
        State state,
        @Nullable UUID transfer,
        Instant createdAt,
        Instant expiresAt) {

    /** What can have become of one. */
    public enum State {
        OPEN,
        PAID,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    /** As it stands at this moment: nobody has to do anything for it to expire. */
    MoneyRequest at(Instant now) {
        return state == State.OPEN && !now.isBefore(expiresAt) ? as(State.EXPIRED) : this;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isBetween(OwnerId person) {
        return person.equals(requester.id()) || person.equals(payer);
    }

    MoneyRequest as(State other) {
        return new MoneyRequest(id, requester, payer, payerName, amount, note, other, transfer, createdAt, expiresAt);
    }
}
