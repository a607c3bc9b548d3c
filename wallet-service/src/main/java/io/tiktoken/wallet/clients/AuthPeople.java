package io.tiktoken.wallet.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.wallet.moneyrequest.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks auth-service who somebody is. That nobody has a name counts only when it says so itself. */
@Component
class AuthPeople implements People {

    private static final Logger log = LoggerFactory.getLogger(AuthPeople.class);

    private final AuthClient client;
    private final CircuitBreaker breaker;
    private final ProblemCodes codes;

    AuthPeople(AuthClient client, CircuitBreaker authBreaker, ProblemCodes codes) {
        this.client = client;
        this.breaker = authBreaker;
        this.codes = codes;
    }

    @Override
    public Answer called(String username) {
        try {
            var user = breaker.executeSupplier(() -> client.user(username));
            return user == null ? unknown("an empty answer") : new Answer.Found(user.toParty());
        } catch (FeignException.NotFound nobody) {
            return codes.of(nobody).equals("not_found") ? new Answer.Nobody() : unknown(nobody);
        } catch (FeignException | CallNotPermittedException noAnswer) {
            return unknown(noAnswer);
        }
    }

    private static Answer unknown(Object reason) {
        log.warn("auth-service does not say who somebody is; the client may ask again: {}", reason);
        return new Answer.NoAnswer();
    }
}
