package io.tiktoken.order.purchase;

import java.util.Objects;

/** A wallet that is always full enough unless a test says so, and insists on an approval. */
public final class FakeFunds extends FakeReservations implements Funds {

    public FakeFunds() {
        super("funds");
    }

    @Override
    public Answer reserve(Purchase purchase) {
        Objects.requireNonNull(purchase.approval(), "No funds without an approval");
        return super.reserve(purchase);
    }

    @Override
    public Answer commit(Purchase purchase) {
        return super.commit(purchase);
    }

    @Override
    public Answer release(Purchase purchase) {
        return super.release(purchase);
    }

    @Override
    public Answer refund(Purchase purchase) {
        return giveBack("refund", purchase);
    }
}
