package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Posting.StatementLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: a movement that took place, written once and never changed.
 *
 * @param sequence its place in the journal, counted from 1 without gaps
 * @param description what happened, for people
 */
public record Entry(
        long sequence,
        UUID id,
        EntryKind kind,
        UUID reference,
        String description,
        Instant recordedAt,
        List<Booked> postings) {

    /** A posting that was made, and the balance that it left behind. */
    public record Booked(
            String account,
            Money amount,
            long balanceAfter,
            @Nullable StatementLine line) {}

    /** What the {@link Hash} seals, in this order. */
    List<@Nullable Object> fields() {
        var fields = new ArrayList<@Nullable Object>(
                List.of(sequence, id, kind, reference, description, recordedAt.toEpochMilli(), postings.size()));
        for (var posting : postings) {
            var line = posting.line();
            fields.add(posting.account());
            fields.add(posting.amount().currency());
            fields.add(posting.amount().amount());
            fields.add(posting.balanceAfter());
            fields.add(line == null ? null : line.type());
            fields.add(line == null ? null : line.counterparty());
        }
        return fields;
    }

    /** An entry together with the hash that ties it to all before it. */
    public record Sealed(Entry entry, Hash hash) {}
}
