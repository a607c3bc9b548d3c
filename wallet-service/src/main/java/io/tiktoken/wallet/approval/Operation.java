package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;

/** One exact movement of money. What a person approved and what is asked for must be equal in every part. */
public sealed interface Operation {

    /** Whose money it is. */
    OwnerId person();

    /** To a merchant, for an order. */
    record Purchase(OwnerId person, OwnerId payee, Money amount, OrderId order) implements Operation {}

    /** To another person, by the name that the sender typed. */
    record Transfer(OwnerId person, String payeeUsername, Money amount) implements Operation {}
}
