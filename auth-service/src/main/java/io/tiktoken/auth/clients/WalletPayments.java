package io.tiktoken.auth.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.auth.clients.WalletClient.Generation;
import io.tiktoken.auth.renewal.Payments;
import io.tiktoken.auth.user.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells wallet-service whose approvals are dead. It counts only when it says that they are. */
@Component
class WalletPayments implements Payments {

    private static final Logger log = LoggerFactory.getLogger(WalletPayments.class);

    private final WalletClient client;
    private final CircuitBreaker breaker;

    WalletPayments(WalletClient client, CircuitBreaker walletBreaker) {
        this.client = client;
        this.breaker = walletBreaker;
    }

    @Override
    public Answer endBefore(UserId user, long generation) {
        try {
            var oldest = breaker.executeSupplier(() -> client.endBefore(user.value(), new Generation(generation)));
            return oldest != null && oldest.generation() >= generation ? Answer.ENDED : unknown(user, oldest);
        } catch (FeignException | CallNotPermittedException noAnswer) {
            return unknown(user, noAnswer);
        }
    }

    private static Answer unknown(UserId user, @Nullable Object reason) {
        log.debug("wallet-service does not say that user {}'s approvals are dead: {}", user, reason);
        return Answer.NO_ANSWER;
    }
}
