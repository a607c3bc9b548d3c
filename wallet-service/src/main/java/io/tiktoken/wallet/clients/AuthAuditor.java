package io.tiktoken.wallet.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.wallet.audit.AuditEvent;
import io.tiktoken.wallet.audit.Auditor;
import io.tiktoken.wallet.clients.AuthClient.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reports to auth-service. That something else is on record counts only when it says so itself. */
@Component
class AuthAuditor implements Auditor {

    private static final Logger log = LoggerFactory.getLogger(AuthAuditor.class);

    private final AuthClient client;
    private final CircuitBreaker breaker;
    private final ProblemCodes codes;

    AuthAuditor(AuthClient client, CircuitBreaker authBreaker, ProblemCodes codes) {
        this.client = client;
        this.breaker = authBreaker;
        this.codes = codes;
    }

    @Override
    public Answer tell(AuditEvent event) {
        try {
            var answer = breaker.executeSupplier(() -> client.report(event.id(), Report.of(event)));
            return answer.getStatusCode().equals(HttpStatus.NO_CONTENT)
                    ? Answer.TAKEN
                    : unknown(event, answer.getStatusCode());
        } catch (FeignException.Conflict other) {
            return codes.of(other).equals("body_differs") ? Answer.DIFFERS : unknown(event, other);
        } catch (FeignException | CallNotPermittedException noAnswer) {
            return unknown(event, noAnswer);
        }
    }

    private static Answer unknown(AuditEvent event, Object reason) {
        log.warn("auth-service did not take {} {} down; it will be told again: {}", event.kind(), event.id(), reason);
        return Answer.NO_ANSWER;
    }
}
