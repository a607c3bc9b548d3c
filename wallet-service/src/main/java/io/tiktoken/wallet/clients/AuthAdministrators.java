package io.tiktoken.wallet.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.wallet.adjustment.AbleAdministrators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks auth-service who administers. Whatever is not clearly the answer is none. */
@Component
class AuthAdministrators implements AbleAdministrators {

    private static final Logger log = LoggerFactory.getLogger(AuthAdministrators.class);

    private final AuthClient client;
    private final CircuitBreaker breaker;

    AuthAdministrators(AuthClient client, CircuitBreaker authBreaker) {
        this.client = client;
        this.breaker = authBreaker;
    }

    @Override
    public Answer now() {
        try {
            var able = breaker.executeSupplier(client::ableAdministrators);
            return able == null ? unknown("an empty answer") : new Answer.Known(able.toSignatories());
        } catch (FeignException | CallNotPermittedException noAnswer) {
            return unknown(noAnswer);
        }
    }

    private static Answer unknown(Object reason) {
        log.warn("auth-service does not say who is able to administer; the administrator may ask again: {}", reason);
        return new Answer.NoAnswer();
    }
}
