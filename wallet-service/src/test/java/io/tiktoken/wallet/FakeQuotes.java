package io.tiktoken.wallet;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.topup.Failure;
import io.tiktoken.wallet.topup.Quote;
import io.tiktoken.wallet.topup.QuoteId;
import io.tiktoken.wallet.topup.Quotes;
import io.tiktoken.wallet.topup.TopUpId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An fx-service in memory, that keeps each quote for the first top-up that redeems it until that one gives it back,
 * and can fall silent.
 */
public class FakeQuotes implements Quotes {

    private final Map<QuoteId, Quote> quotes = new ConcurrentHashMap<>();
    private final Map<QuoteId, TopUpId> redeemedBy = new ConcurrentHashMap<>();
    private volatile boolean silent;

    public QuoteId promise(Quote quote) {
        var id = new QuoteId(UUID.randomUUID());
        quotes.put(id, quote);
        return id;
    }

    public void fallSilent() {
        silent = true;
    }

    public void speakAgain() {
        silent = false;
    }

    @Override
    public Answer redeem(QuoteId quote, TopUpId topUp, OwnerId customer, Money charged) {
        NoTransaction.isOpen();
        if (silent) {
            return new Answer.NoAnswer();
        }
        if (!quotes.containsKey(quote)) {
            return new Answer.Refused(Failure.Reason.QUOTE_NOT_FOUND);
        }
        if (!quotes.get(quote).from().equals(charged)) {
            return new Answer.Refused(Failure.Reason.QUOTE_MISMATCH);
        }
        return redeemedBy.computeIfAbsent(quote, _ -> topUp).equals(topUp)
                ? new Answer.Redeemed(quotes.get(quote))
                : new Answer.Refused(Failure.Reason.QUOTE_REDEEMED);
    }

    @Override
    public Return giveBack(QuoteId quote, TopUpId topUp, OwnerId customer) {
        NoTransaction.isOpen();
        if (silent) {
            return Return.NO_ANSWER;
        }
        redeemedBy.remove(quote, topUp);
        return Return.DONE;
    }
}
