package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.proof.ReservationReader.OpenReservation;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Carries a proof on: checks the entries that are new, the accounts that they touched, and all open reservations with
 * the wallets that they are on. However long the history is, only what is new is read.
 */
@Service
class ProveOnwards {

    private final JournalReader journal;
    private final AccountReader accounts;
    private final ReservationReader reservations;
    private final ProofSettings settings;

    ProveOnwards(
            JournalReader journal, AccountReader accounts, ReservationReader reservations, ProofSettings settings) {
        this.journal = journal;
        this.accounts = accounts;
        this.reservations = reservations;
        this.settings = settings;
    }

    Promises prove(Reckoning reckoning) {
        checkThatItIsStillTheSameJournal(reckoning);
        walkOn(reckoning);
        var promises = Promises.NONE;
        var some = reservations.after(null, settings.chunk());
        while (!some.isEmpty()) {
            promises = promises.with(some);
            accounts.named(walletsOf(some)).forEach(reckoning::check);
            some = reservations.after(some.getLast(), settings.chunk());
        }
        return promises;
    }

    /** One whose end was cut off, or that was exchanged for an older one, lacks what was read last. */
    private void checkThatItIsStillTheSameJournal(Reckoning reckoning) {
        var head = reckoning.findings().head();
        if (head.height() > 0
                && journal.hashOf(head.height()).filter(head.hash()::equals).isEmpty()) {
            reckoning.foundBad(head.height());
        }
    }

    private void walkOn(Reckoning reckoning) {
        var isLast = false;
        while (!isLast) {
            var before = reckoning.position();
            var chunk = journal.after(before, settings.chunk());
            reckoning.walk(chunk);
            accounts.touchedBy(before, reckoning.position()).forEach(reckoning::check);
            isLast = chunk.isLast();
        }
    }

    private static List<String> walletsOf(List<OpenReservation> some) {
        return some.stream()
                .map(reservation -> "wallet/" + reservation.customer())
                .distinct()
                .toList();
    }
}
