package io.tiktoken.order.purchase;

import java.util.Optional;

/** A journal of one purchase with the same guard as the real one: the version decides who may write. */
final class MemoryJournal implements PurchaseSaga.Journal {

    private Purchase stored;
    private Faults faults = Faults.NONE;

    MemoryJournal(Purchase begun) {
        stored = begun;
    }

    void suffers(Faults planned) {
        faults = planned;
    }

    Purchase stored() {
        return stored;
    }

    /** What recovery does when the lease has run out. */
    Purchase takenOver() {
        stored = stored.leased(stored.patience().dueAt()).stored(stored.order());
        return stored;
    }

    @Override
    public Optional<Purchase> store(Purchase purchase) {
        return faults.write("storing " + purchase.step(), () -> {
            if (purchase.version() != stored.version()) {
                return Optional.empty();
            }
            stored = purchase.stored(purchase.order());
            return Optional.of(stored);
        });
    }
}
