package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorState;
import io.tiktoken.wallet.anchor.AnchorState.Result;
import io.tiktoken.wallet.anchor.Notary;
import io.tiktoken.wallet.proof.LedgerReader.AccountCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Re-computes everything that the ledger claims, while it goes on working. */
@Service
public class ProveLedger {

    private static final Logger log = LoggerFactory.getLogger(ProveLedger.class);

    private final LedgerReader reader;
    private final Notary notary;
    private final ProofSettings settings;
    private final Clock clock;

    ProveLedger(LedgerReader reader, Notary notary, ProofSettings settings, Clock clock) {
        this.reader = reader;
        this.notary = notary;
        this.settings = settings;
        this.clock = clock;
    }

    public Proof prove() {
        var began = clock.instant();
        // Before the journal is read: what was on record then must be in it.
        var latest = notary.latest();
        var walk = walkTheJournal();
        // Afterwards: accounts that are opened meanwhile are checked too, and none that was seen can be missing.
        var proof = checkTheAccounts(walk, compared(latest), began);
        if (!proof.holds()) {
            log.error("The ledger does not prove: {}. Stop money from moving and compare it with a backup.", proof);
        }
        return proof;
    }

    private AnchorState compared(Notary.Latest latest) {
        return switch (latest) {
            case Notary.Latest.NoAnswer() -> new AnchorState(Result.UNKNOWN, null);
            case Notary.Latest.Nothing() -> new AnchorState(Result.NONE, null);
            case Notary.Latest.Found(var anchor) -> {
                var head = anchor.head();
                var there = reader.hashOf(head.height()).filter(head.hash()::equals);
                yield new AnchorState(there.isPresent() ? Result.HOLDS : Result.BROKEN, head.height());
            }
        };
    }

    private ChainWalk walkTheJournal() {
        var walk = new ChainWalk();
        var chunk = reader.journalAfter(0, settings.chunk());
        walk.walk(chunk);
        while (chunk.lines().size() == settings.chunk()) {
            chunk = reader.journalAfter(walk.head().height(), settings.chunk());
            walk.walk(chunk);
        }
        return walk;
    }

    private Proof checkTheAccounts(ChainWalk walk, AnchorState anchor, Instant began) {
        var missing = new HashSet<>(walk.accounts());
        long checked = 0;
        long wrongBalances = 0;
        var wrongReserved = reader.strayReservations();
        List<AccountCheck> accounts = reader.accountsAfter("", settings.chunk());
        while (!accounts.isEmpty()) {
            for (var account : accounts) {
                missing.remove(account.name());
                checked++;
                wrongBalances += account.balanceMatches() ? 0 : 1;
                wrongReserved += account.reservedMatches() ? 0 : 1;
            }
            accounts = reader.accountsAfter(accounts.getLast().name(), settings.chunk());
        }
        return new Proof(
                walk.head(),
                walk.sums(),
                walk.chain(),
                new Proof.Balances(checked, wrongBalances + missing.size()),
                new Proof.Reservations(reader.openReservations(), wrongReserved),
                anchor,
                began);
    }
}
