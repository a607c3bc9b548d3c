package io.tiktoken.order.purchase;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import java.util.Objects;

/** A wallet that is always full enough unless a test says so, and insists on an approval. */
public final class FakeFunds extends FakeReservations implements Funds {

    public FakeFunds() {
        super("funds");
    }

    @Override
    public Answer<Done> reserve(Purchase purchase) {
        Objects.requireNonNull(purchase.approval(), "No funds without an approval");
        return super.reserve(purchase);
    }

    @Override
    public Answer<Done> commit(Purchase purchase) {
        return super.commit(purchase);
    }

    @Override
    public Answer<Done> release(Purchase purchase) {
        return super.release(purchase);
    }

    @Override
    public Answer<Done> refund(Purchase purchase) {
        return giveBack("refund", purchase);
    }
}
