package io.tiktoken.wallet.clients;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.neighbour.Answer.No;
import io.tiktoken.defaults.neighbour.Answer.Unclear;
import io.tiktoken.defaults.neighbour.Answer.Yes;
import io.tiktoken.defaults.neighbour.Contract;
import io.tiktoken.defaults.neighbour.Neighbour;
import io.tiktoken.defaults.neighbour.Neighbours;
import io.tiktoken.wallet.clients.FxClient.RedeemedQuote;
import io.tiktoken.wallet.clients.FxClient.Redemption;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.topup.Failure.Reason;
import io.tiktoken.wallet.topup.QuoteId;
import io.tiktoken.wallet.topup.Quotes;
import io.tiktoken.wallet.topup.TopUpId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** fx-service in our words: it redeems quotes, and takes them back. */
@Component
class FxGateway implements Quotes {

    private static final Logger log = LoggerFactory.getLogger(FxGateway.class);

    private static final Contract REDEMPTION = Contract.of(
            "404 quote_not_found",
            "409 quote_redeemed",
            "409 quote_given_back",
            "410 quote_expired",
            "422 quote_mismatch");

    private final FxClient client;
    private final Neighbour fx;

    FxGateway(FxClient client, Neighbours neighbours) {
        this.client = client;
        this.fx = neighbours.called("fx");
    }

    @Override
    public Answer redeem(QuoteId quote, TopUpId topUp, OwnerId customer, Money charged) {
        var redemption = new Redemption(topUp.value(), customer.value(), charged);
        return switch (fx.ask(REDEMPTION, () -> client.redeem(quote.value(), redemption))
                .map(RedeemedQuote::toQuote)) {
            case Yes(var redeemed) -> new Answer.Redeemed(redeemed);
            case No(var code) -> new Answer.Refused(reason(code));
            case Unclear<?> unclear -> {
                log.warn("No answer about the quote for top-up {}; it will be asked again: {}", topUp, unclear);
                yield new Answer.NoAnswer();
            }
        };
    }

    /** A quote that cannot be redeemed is not held either. Of the successes, only 204 says that it was given back. */
    @Override
    public Return giveBack(QuoteId quote, TopUpId topUp, OwnerId customer) {
        return switch (fx.ask(REDEMPTION, () -> client.giveBack(quote.value(), topUp.value(), customer.value()))) {
            case Yes(var answer) when answer.getStatusCode() == HttpStatus.NO_CONTENT -> Return.DONE;
            case No<?> _ -> Return.DONE;
            case Yes<?> unclear -> stillHeld(topUp, unclear);
            case Unclear<?> unclear -> stillHeld(topUp, unclear);
        };
    }

    private static Return stillHeld(TopUpId topUp, Object unclear) {
        log.warn("No answer to the quote that top-up {} gives back; it is told again: {}", topUp, unclear);
        return Return.NO_ANSWER;
    }

    private static Reason reason(String code) {
        return switch (code) {
            case "quote_not_found" -> Reason.QUOTE_NOT_FOUND;
            // Given back by this very top-up, which somebody else has then carried on to its end.
            case "quote_redeemed", "quote_given_back" -> Reason.QUOTE_REDEEMED;
            case "quote_expired" -> Reason.QUOTE_EXPIRED;
            case "quote_mismatch" -> Reason.QUOTE_MISMATCH;
            default -> throw new IllegalStateException("The contract lists " + code);
        };
    }
}
