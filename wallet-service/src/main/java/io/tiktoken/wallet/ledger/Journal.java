package io.tiktoken.wallet.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.ledger.Entry.Booked;
import io.tiktoken.wallet.ledger.Entry.Sealed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way in which money moves: an entry whose postings add up to zero, sealed onto the ones before it. */
@Service
public class Journal {

    /** What became of a movement. */
    public sealed interface Outcome {
        record Posted(Entry entry) implements Outcome {}

        /** The wallet that was to pay does not hold enough; nothing was written. */
        record InsufficientFunds() implements Outcome {}
    }

    private final SingleWriter writer;
    private final Accounts accounts;
    private final Entries entries;
    private final Clock clock;

    Journal(SingleWriter writer, Accounts accounts, Entries entries, Clock clock) {
        this.writer = writer;
        this.accounts = accounts;
        this.entries = entries;
        this.clock = clock;
    }

    /** Moves money, together with whatever else the surrounding write does. */
    public Outcome post(Movement movement) {
        var postings = movement.postings();
        requireBalanced(movement, postings);
        requirePayerFirst(movement, postings);
        return writer.write(() -> {
            var booked = new ArrayList<Booked>(postings.size());
            for (var posting : postings) {
                var balance = accounts.apply(posting);
                if (balance.isEmpty()) {
                    return refused(movement, booked);
                }
                booked.add(new Booked(
                        booked.size() + 1L,
                        posting.account().name(),
                        posting.amount(),
                        balance.getAsLong(),
                        posting.line()));
            }
            return new Outcome.Posted(append(movement, booked));
        });
    }

    /** For a movement that cannot be refused, because what it takes was reserved or is new. */
    public Entry postSurely(Movement movement) {
        return switch (post(movement)) {
            case Outcome.Posted(var entry) -> entry;
            case Outcome.InsufficientFunds() ->
                throw new IllegalStateException(
                        "%s %s lacks money that was there".formatted(movement.kind(), movement.id()));
        };
    }

    /** Whether something with this id has moved money already. */
    public boolean alreadyHas(UUID id) {
        return entries.contains(id);
    }

    /** The seal of everything so far. */
    @Transactional(readOnly = true)
    public ChainHead head() {
        return entries.head();
    }

    /** The seal of everything up to this entry; nothing when there is no such entry. */
    @Transactional(readOnly = true)
    public Optional<ChainHead> headAt(long height) {
        return entries.headAt(height);
    }

    private Entry append(Movement movement, List<Booked> booked) {
        var head = entries.head();
        var entry = new Entry(
                head.nextSequence(),
                movement.id(),
                movement.kind(),
                movement.reference(),
                movement.description(),
                clock.instant(),
                List.copyOf(booked));
        var salt = Salt.random();
        entries.append(new Sealed(entry, salt, new Seal().of(entry, salt, head.hash())));
        return entry;
    }

    private static Outcome refused(Movement movement, List<Booked> booked) {
        if (!booked.isEmpty()) {
            throw new IllegalStateException(
                    "%s %s takes from a wallet after it has already written".formatted(movement.kind(), movement.id()));
        }
        return new Outcome.InsufficientFunds();
    }

    private static void requireBalanced(Movement movement, List<Posting> postings) {
        var sums = postings.stream()
                .collect(groupingBy(
                        posting -> posting.account().currency(),
                        summingLong(posting -> posting.amount().amount())));
        if (postings.size() < 2 || sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalStateException(
                    "%s %s does not add up: %s".formatted(movement.kind(), movement.id(), sums));
        }
    }

    /** Only what may be refused comes first: to refuse a later posting would leave the earlier ones behind. */
    private static void requirePayerFirst(Movement movement, List<Posting> postings) {
        if (postings.stream().skip(1).anyMatch(Posting::mayBeRefused)) {
            throw new IllegalStateException("%s %s takes from a wallet, which must be its first posting: %s"
                    .formatted(movement.kind(), movement.id(), postings));
        }
    }
}
