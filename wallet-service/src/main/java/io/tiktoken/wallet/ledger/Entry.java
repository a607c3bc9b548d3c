package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Posting.StatementLine;
import java.time.Instant;
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
        List<Booked> postings)
        implements Sealable {

    /**
     * A posting that was made, and the balance that it left behind.
     *
     * @param number its place in the entry, counted from 1
     */
    public record Booked(
            long number,
            String account,
            Money amount,
            long balanceAfter,
            @Nullable StatementLine line) implements Sealable.Line {

        @Override
        public void writeTo(FieldDigest digest) {
            digest.add(account)
                    .add(amount.currency().code())
                    .add(amount.amount())
                    .add(balanceAfter)
                    .add(line == null ? null : line.type().name())
                    .add(line == null ? null : line.counterparty());
        }
    }

    @Override
    public void writeTo(FieldDigest digest) {
        digest.add(sequence)
                .add(id.toString())
                .add(kind.name())
                .add(reference.toString())
                .add(description)
                .add(recordedAt.toEpochMilli());
    }

    @Override
    public List<Booked> lines() {
        return postings;
    }

    /** An entry together with what seals it. */
    public record Sealed(Entry entry, Salt salt, Hash hash) {}
}
