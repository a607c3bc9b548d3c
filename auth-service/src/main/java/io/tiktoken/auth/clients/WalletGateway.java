package io.tiktoken.auth.clients;

import io.tiktoken.auth.clients.WalletClient.Generation;
import io.tiktoken.auth.renewal.Payments;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.neighbour.Answer.Yes;
import io.tiktoken.defaults.neighbour.Contract;
import io.tiktoken.defaults.neighbour.Neighbour;
import io.tiktoken.defaults.neighbour.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** wallet-service in our words: it is told whose approvals are dead, which counts only when it says that they are. */
@Component
class WalletGateway implements Payments {

    private static final Logger log = LoggerFactory.getLogger(WalletGateway.class);

    private static final Contract END = Contract.of();

    private final WalletClient client;
    private final Neighbour wallet;

    WalletGateway(WalletClient client, Neighbours neighbours) {
        this.client = client;
        this.wallet = neighbours.called("wallet");
    }

    @Override
    public Answer endBefore(UserId user, long generation) {
        var answer = wallet.ask(END, () -> client.endBefore(user.value(), new Generation(generation)));
        if (answer instanceof Yes(Generation(var oldest)) && oldest >= generation) {
            return Answer.ENDED;
        }
        log.debug("wallet-service does not say that user {}'s approvals are dead: {}", user, answer);
        return Answer.NO_ANSWER;
    }
}
