package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.text.SearchForm;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.ledger.TransactionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are asked for; what is null does not narrow it.
 *
 * @param text is found in the counterparty's name or the description, as {@link SearchForm} compares them
 * @param from the earliest moment that belongs to it
 * @param until the first moment that does not
 */
public record Selection(
        @Nullable TransactionType type,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final Selection EVERYTHING = new Selection(null, null, null, null);

    /** Days are those of Singapore, and both belong to it. */
    public static Selection between(
            @Nullable TransactionType type,
            @Nullable String text,
            @Nullable DayOrInstant from,
            @Nullable DayOrInstant to) {
        return new Selection(
                type,
                SearchForm.isEmpty(text) ? null : text,
                from == null ? null : from.beginningIn(Period.SINGAPORE),
                to == null ? null : to.endIn(Period.SINGAPORE));
    }
}
