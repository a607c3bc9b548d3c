package io.tiktoken.order.clients;

import static java.util.Objects.requireNonNull;

import io.tiktoken.order.purchase.Answer;
import io.tiktoken.order.purchase.Funds;
import io.tiktoken.order.purchase.Purchase;
import io.tiktoken.order.purchase.PurchaseSettings;

/** wallet-service in our words: it reserves money and moves it. */
class WalletGateway implements Funds {

    private final WalletClient client;
    private final Neighbour wallet;
    private final PurchaseSettings settings;

    WalletGateway(WalletClient client, Neighbour wallet, PurchaseSettings settings) {
        this.client = client;
        this.wallet = wallet;
        this.settings = settings;
    }

    @Override
    public Answer reserve(Purchase purchase) {
        var order = purchase.order();
        var body = new WalletClient.Reservation(
                order.customerId(),
                order.merchant().id(),
                order.total(),
                order.id().value(),
                requireNonNull(purchase.approval(), "approval"),
                settings.reservationsLast().toSeconds());
        return wallet.tell(
                Contract.RESERVE_FUNDS, () -> client.reserve(purchase.id().value(), body));
    }

    @Override
    public Answer commit(Purchase purchase) {
        return wallet.tell(Contract.COMMIT, () -> client.commit(purchase.id().value()));
    }

    @Override
    public Answer release(Purchase purchase) {
        return wallet.tell(Contract.RELEASE, () -> client.release(purchase.id().value()));
    }

    @Override
    public Answer refund(Purchase purchase) {
        var body =
                new WalletClient.Refund(purchase.id().value(), purchase.order().total());
        return wallet.tell(Contract.REFUND, () -> client.refund(purchase.id().refund(), body));
    }
}
