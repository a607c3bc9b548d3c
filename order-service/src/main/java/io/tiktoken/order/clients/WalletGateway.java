package io.tiktoken.order.clients;

import static java.util.Objects.requireNonNull;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import io.tiktoken.defaults.neighbour.Contract;
import io.tiktoken.defaults.neighbour.Neighbour;
import io.tiktoken.defaults.neighbour.Neighbours;
import io.tiktoken.order.purchase.Funds;
import io.tiktoken.order.purchase.Purchase;
import io.tiktoken.order.purchase.PurchaseSettings;
import org.springframework.stereotype.Component;

/** wallet-service in our words: it reserves money and moves it. */
@Component
class WalletGateway implements Funds {

    private static final Contract RESERVE = Contract.of(
            "402 insufficient_funds",
            "403 approval_…",
            "409 already_released",
            "409 expired",
            "422 limit_exceeded",
            "422 wallet_frozen",
            "422 payee_frozen");
    private static final Contract COMMIT = Contract.of("404 not_reserved", "409 already_released", "409 expired");
    private static final Contract RELEASE = Contract.of("409 already_committed");

    /** The payee's wallet may no longer hold what it was paid. */
    private static final Contract REFUND = Contract.of("402 insufficient_funds", "409 exceeds_committed");

    private final WalletClient client;
    private final Neighbour wallet;
    private final PurchaseSettings settings;

    WalletGateway(WalletClient client, Neighbours neighbours, PurchaseSettings settings) {
        this.client = client;
        this.wallet = neighbours.called("wallet");
        this.settings = settings;
    }

    @Override
    public Answer<Done> reserve(Purchase purchase) {
        var order = purchase.order();
        var body = new WalletClient.Reservation(
                order.customerId(),
                order.merchant().id(),
                order.total(),
                order.id().value(),
                requireNonNull(purchase.approval(), "approval"),
                settings.reservationsLast().toSeconds());
        return wallet.ask(RESERVE, () -> client.reserve(purchase.id().value(), body))
                .map(_ -> Done.DONE);
    }

    @Override
    public Answer<Done> commit(Purchase purchase) {
        return wallet.tell(COMMIT, () -> client.commit(purchase.id().value()));
    }

    @Override
    public Answer<Done> release(Purchase purchase) {
        return wallet.tell(RELEASE, () -> client.release(purchase.id().value()));
    }

    @Override
    public Answer<Done> refund(Purchase purchase) {
        var body =
                new WalletClient.Refund(purchase.id().value(), purchase.order().total());
        return wallet.tell(REFUND, () -> client.refund(purchase.id().refund(), body));
    }
}
