package io.tiktoken.wallet.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.wallet.anchor.Notary;
import io.tiktoken.wallet.clients.AuthClient.Head;
import io.tiktoken.wallet.ledger.ChainHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the ledger's heads on record at auth-service. An answer counts only with a status and a code of the contract. */
@Component
class AuthNotary implements Notary {

    private static final Logger log = LoggerFactory.getLogger(AuthNotary.class);

    private final AuthClient client;
    private final CircuitBreaker breaker;
    private final ProblemCodes codes;

    AuthNotary(AuthClient client, CircuitBreaker authBreaker, ProblemCodes codes) {
        this.client = client;
        this.breaker = authBreaker;
        this.codes = codes;
    }

    @Override
    public Answer keep(ChainHead head) {
        try {
            var recorded = breaker.executeSupplier(
                    () -> client.anchor(head.height(), new Head(head.hash().hex())));
            if (recorded == null
                    || recorded.receipt() == null
                    || !recorded.toAnchor().head().equals(head)) {
                return unknown("no receipt for what was sent");
            }
            return new Answer.Kept(recorded.toAnchor(), recorded.receipt());
        } catch (FeignException.Conflict other) {
            return codes.of(other).equals("anchor_differs") ? new Answer.Differs() : unknown(other);
        } catch (FeignException | CallNotPermittedException noAnswer) {
            return unknown(noAnswer);
        }
    }

    @Override
    public Latest latest() {
        try {
            var recorded = breaker.executeSupplier(client::latestAnchor);
            return recorded == null ? new Latest.NoAnswer() : new Latest.Found(recorded.toAnchor());
        } catch (FeignException.NotFound nothing) {
            return codes.of(nothing).equals("not_found") ? new Latest.Nothing() : new Latest.NoAnswer();
        } catch (FeignException | CallNotPermittedException noAnswer) {
            log.debug("auth-service does not tell the latest anchor: {}", noAnswer.toString());
            return new Latest.NoAnswer();
        }
    }

    private static Answer unknown(Object reason) {
        log.warn("auth-service did not put the ledger's head on record; it will be tried again: {}", reason);
        return new Answer.NoAnswer();
    }
}
