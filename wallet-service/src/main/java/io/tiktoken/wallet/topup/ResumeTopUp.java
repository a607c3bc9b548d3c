package io.tiktoken.wallet.topup;

import static java.util.Objects.requireNonNull;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.CardTopUp;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Takes a top-up as far as it goes: redeem the quote, if there is one; charge the card; credit the wallet. If that
 * is refused, a quote that was redeemed is given back, so that it is not used up by a declined card or a full wallet.
 * Where it stands is stored before the next party is asked, and each is asked under the top-up's own id,
 * so a top-up that was cut short is carried on by calling this again, by as many as like to.
 */
@Service
public class ResumeTopUp {

    private final SingleWriter writer;
    private final TopUps topUps;
    private final Pricing pricing;
    private final Quotes quotes;
    private final CardProcessor cards;
    private final Journal journal;

    ResumeTopUp(
            SingleWriter writer, TopUps topUps, Pricing pricing, Quotes quotes, CardProcessor cards, Journal journal) {
        this.writer = writer;
        this.topUps = topUps;
        this.pricing = pricing;
        this.quotes = quotes;
        this.cards = cards;
        this.journal = journal;
    }

    /** Answers how it stands then: pending still, if somebody gave no answer. */
    public TopUp resume(TopUpId id) {
        var before = stored(id);
        var after = advance(before);
        while (!after.equals(before)) {
            before = after;
            after = advance(before);
        }
        return after;
    }

    private TopUp advance(TopUp topUp) {
        if (topUp.isOver()) {
            return topUp;
        }
        if (topUp.holdsQuote()) {
            return giveBack(topUp);
        }
        return topUp.price() == null ? redeem(topUp) : charge(topUp, topUp.price());
    }

    private TopUp redeem(TopUp topUp) {
        return switch (quotes.redeem(quoteOf(topUp), topUp.id(), topUp.owner(), topUp.charged())) {
            case Quotes.Answer.Redeemed(var quote) ->
                quote.from().equals(topUp.charged())
                        ? step(topUp, () -> pricing.settle(topUp, Price.of(quote)))
                        : fail(topUp, Failure.because(Failure.Reason.QUOTE_MISMATCH));
            case Quotes.Answer.Refused(var reason) -> step(topUp, () -> topUp.failed(Failure.because(reason)));
            case Quotes.Answer.NoAnswer() -> topUp; // Stay put: the same is asked again later.
        };
    }

    private TopUp charge(TopUp topUp, Price price) {
        return switch (cards.charge(topUp.id(), topUp.charged(), topUp.paymentMethod())) {
            case CardProcessor.Answer.Charged(var card) -> credit(topUp, price, card);
            case CardProcessor.Answer.Declined(var code) ->
                fail(topUp, new Failure(Failure.Reason.CARD_DECLINED, code));
            case CardProcessor.Answer.UnknownPaymentMethod() ->
                fail(topUp, Failure.because(Failure.Reason.PAYMENT_METHOD_UNKNOWN));
            case CardProcessor.Answer.NoAnswer() -> topUp; // The card may have been charged: asked again later.
        };
    }

    private TopUp giveBack(TopUp topUp) {
        return switch (quotes.giveBack(quoteOf(topUp), topUp.id(), topUp.owner())) {
            case DONE -> step(topUp, topUp::withoutQuote);
            case NO_ANSWER -> topUp; // It is told again later.
        };
    }

    private TopUp credit(TopUp topUp, Price price, String card) {
        var movement = new CardTopUp(
                topUp.id().value(),
                topUp.owner(),
                topUp.charged(),
                price.credited(),
                price.fee(),
                price.rounding(),
                card);
        return step(topUp, () -> {
            journal.postSurely(movement);
            return topUp.succeeded();
        });
    }

    private TopUp fail(TopUp topUp, Failure failure) {
        return step(topUp, () -> topUp.failedWithQuote(failure));
    }

    private static QuoteId quoteOf(TopUp topUp) {
        return requireNonNull(topUp.quote(), "quote");
    }

    /** Stores the next step together with its effect, unless somebody else has gone on already. */
    private TopUp step(TopUp before, Supplier<TopUp> next) {
        return writer.write(() -> {
            if (!stored(before.id()).equals(before)) {
                return stored(before.id());
            }
            var after = next.get();
            GuardedUpdate.of(topUps.replace(before, after))
                    .orElseThrow(() -> new IllegalStateException(
                            "Another replica carried on top-up %s meanwhile".formatted(before.id())));
            return after;
        });
    }

    private TopUp stored(TopUpId id) {
        return topUps.find(id).orElseThrow(() -> new IllegalArgumentException("There is no top-up " + id));
    }
}
