package io.tiktoken.wallet.proof;

import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Re-computes everything that the ledger claims, from the first entry on, while it goes on working. */
@Service
public class ProveLedger {

    private final JournalReader journal;
    private final AccountReader accounts;
    private final ReservationReader reservations;
    private final CompareAnchor compareAnchor;
    private final ProofSettings settings;
    private final Clock clock;

    ProveLedger(
            JournalReader journal,
            AccountReader accounts,
            ReservationReader reservations,
            CompareAnchor compareAnchor,
            ProofSettings settings,
            Clock clock) {
        this.journal = journal;
        this.accounts = accounts;
        this.reservations = reservations;
        this.compareAnchor = compareAnchor;
        this.settings = settings;
        this.clock = clock;
    }

    public FullCheck prove() {
        return prove(begin(), _ -> {});
    }

    FullCheck begin() {
        return FullCheck.begun(clock.instant(), journal.height());
    }

    /** @param progress is told how far it has come, after every chunk */
    FullCheck prove(FullCheck begun, Consumer<FullCheck> progress) {
        // What is on record now is in the journal now, or never again.
        var anchor = compareAnchor.compare();
        var reckoning = Reckoning.fromTheFirstEntry();
        walkTheJournal(reckoning, findings -> progress.accept(begun.at(findings)));
        // Afterwards: accounts that are opened meanwhile are checked too.
        checkTheAccounts(reckoning);
        return begun.ended(reckoning.findings(), checkThePromises(), anchor, clock.instant());
    }

    private void walkTheJournal(Reckoning reckoning, Consumer<Findings> progress) {
        var chunk = journal.after(reckoning.position(), settings.chunk());
        reckoning.walk(chunk);
        while (!chunk.isLast()) {
            progress.accept(reckoning.findings());
            pause();
            chunk = journal.after(reckoning.position(), settings.chunk());
            reckoning.walk(chunk);
        }
    }

    private void checkTheAccounts(Reckoning reckoning) {
        var some = accounts.first(settings.chunk());
        while (!some.isEmpty()) {
            some.forEach(reckoning::count);
            pause();
            some = accounts.after(some.getLast(), settings.chunk());
        }
    }

    private Promises checkThePromises() {
        var promises = Promises.NONE;
        var some = reservations.after(null, settings.chunk());
        while (!some.isEmpty()) {
            promises = promises.with(some);
            pause();
            some = reservations.after(some.getLast(), settings.chunk());
        }
        return promises;
    }

    /** So that business goes on meanwhile. */
    private void pause() {
        try {
            Thread.sleep(settings.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The service is stopping");
        }
    }
}
