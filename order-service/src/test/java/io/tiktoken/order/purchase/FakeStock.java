package io.tiktoken.order.purchase;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;

/** A catalogue's stock that never runs out unless a test says so. */
public final class FakeStock extends FakeReservations implements Stock {

    public FakeStock() {
        super("stock");
    }

    @Override
    public Answer<Done> reserve(Purchase purchase) {
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
    public Answer<Done> takeBack(Purchase purchase) {
        return giveBack("takeBack", purchase);
    }
}
