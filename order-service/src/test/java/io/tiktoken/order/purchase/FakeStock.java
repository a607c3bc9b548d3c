package io.tiktoken.order.purchase;

/** A catalogue's stock that never runs out unless a test says so. */
public final class FakeStock extends FakeReservations implements Stock {

    public FakeStock() {
        super("stock");
    }

    @Override
    public Answer reserve(Purchase purchase) {
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
    public Answer takeBack(Purchase purchase) {
        return giveBack("takeBack", purchase);
    }
}
