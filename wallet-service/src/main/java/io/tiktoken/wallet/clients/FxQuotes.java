package io.tiktoken.wallet.clients;

import feign.FeignException;
import feign.FeignException.FeignClientException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.clients.FxClient.Redemption;
import io.tiktoken.wallet.topup.Failure.Reason;
import io.tiktoken.wallet.topup.Quotes;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Redeems quotes at fx-service, and gives them back. A refusal counts only with a status and a code that the contract lists. */
@Component
class FxQuotes implements Quotes {

    private static final Logger log = LoggerFactory.getLogger(FxQuotes.class);

    private final FxClient client;
    private final CircuitBreaker breaker;
    private final ProblemCodes codes;

    FxQuotes(FxClient client, CircuitBreaker fxBreaker, ProblemCodes codes) {
        this.client = client;
        this.breaker = fxBreaker;
        this.codes = codes;
    }

    @Override
    public Answer redeem(UUID quote, UUID topUp, UUID customer, Money charged) {
        try {
            var redeemed =
                    breaker.executeSupplier(() -> client.redeem(quote, new Redemption(topUp, customer, charged)));
            return redeemed == null ? unknown(topUp, "an empty answer") : new Answer.Redeemed(redeemed.toQuote());
        } catch (FeignClientException answered) {
            return refusal(answered).<Answer>map(Answer.Refused::new).orElseGet(() -> unknown(topUp, answered));
        } catch (FeignException | CallNotPermittedException noAnswer) {
            // The quote may or may not have been redeemed, so neither yes nor no would be true.
            return unknown(topUp, noAnswer);
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            return unknown(topUp, nonsense);
        }
    }

    @Override
    public Return giveBack(UUID quote, UUID topUp, UUID customer) {
        try {
            var answer = breaker.executeSupplier(() -> client.giveBack(quote, topUp, customer));
            return answer.getStatusCode() == HttpStatus.NO_CONTENT
                    ? Return.DONE
                    : stillHeld(topUp, answer.getStatusCode());
        } catch (FeignClientException answered) {
            return refusal(answered).map(_ -> Return.DONE).orElseGet(() -> stillHeld(topUp, answered));
        } catch (FeignException | CallNotPermittedException noAnswer) {
            return stillHeld(topUp, noAnswer);
        }
    }

    private Optional<Reason> refusal(FeignException answered) {
        return switch (answered.status() + " " + codes.of(answered)) {
            case "404 quote_not_found" -> Optional.of(Reason.QUOTE_NOT_FOUND);
            // Given back by this very top-up, which somebody else has then carried on to its end.
            case "409 quote_redeemed", "409 quote_given_back" -> Optional.of(Reason.QUOTE_REDEEMED);
            case "410 quote_expired" -> Optional.of(Reason.QUOTE_EXPIRED);
            case "422 quote_mismatch" -> Optional.of(Reason.QUOTE_MISMATCH);
            default -> Optional.empty();
        };
    }

    private static Return stillHeld(UUID topUp, Object reason) {
        log.warn(
                "No answer from fx-service to the quote that top-up {} gives back; it is told again: {}",
                topUp,
                reason);
        return Return.NO_ANSWER;
    }

    private static Answer unknown(UUID topUp, Object reason) {
        log.warn("No answer from fx-service about the quote for top-up {}; it will be asked again: {}", topUp, reason);
        return new Answer.NoAnswer();
    }
}
