package io.tiktoken.order.purchase;

import java.util.Optional;

/** Where a purchase writes down how far it has come. */
interface PurchaseJournal {

    /**
     * Stores the purchase's new position, durably, before anybody acts on it.
     *
     * @return the purchase as it is stored; empty if somebody else has moved it meanwhile, who carries it on
     */
    Optional<Purchase> store(Purchase purchase);
}
