package io.tiktoken.wallet.topup.web;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.topup.QuoteId;
import io.tiktoken.wallet.topup.StartTopUp;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a customer asks for.
 *
 * @param amount what the card is to be charged
 * @param paymentMethod the card processor's token for the card, never a card number
 * @param quoteId for any currency but SGD
 */
record TopUpRequest(
        @NotNull Money amount,

        @NotNull @Pattern(regexp = "pm_[A-Za-z0-9_]{1,64}", message = "must be a card processor's token: pm_…")
        String paymentMethod,

        @Nullable UUID quoteId) {

    private static final Currency HOME = Currency.of("SGD");

    @AssertTrue(message = "amount must be more than zero")
    boolean isWorthCharging() {
        return amount == null || amount.isPositive();
    }

    StartTopUp.Request toRequest(UUID owner) {
        if (amount.currency().equals(HOME) && quoteId != null) {
            throw refused("quote_mismatch", "SGD is exchanged at par and needs no quote");
        }
        if (amount.currency().equals(Currency.TTK)) {
            throw refused("currency_not_accepted", "A card is charged in money; TikTokens are what that buys");
        }
        if (!amount.currency().equals(HOME) && quoteId == null) {
            throw refused("quote_required", "Ask for a quote first: only SGD is exchanged without one");
        }
        return new StartTopUp.Request(
                new OwnerId(owner), amount, paymentMethod, quoteId == null ? null : new QuoteId(quoteId));
    }

    private static ProblemException refused(String code, String sentence) {
        return new ProblemException(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, sentence));
    }
}
