package io.tiktoken.wallet.freeze;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.audit.Audit;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Freezes a wallet, or lifts that. From the moment of the answer nothing new is promised in that direction; what was
 * promised before (a reservation, a charged card, a refund) still flows, because somebody relies on it.
 */
@Service
public class FreezeWallet {

    /** What is asked for; {@code NONE} lifts what there is. */
    public record Request(OwnerId owner, Direction direction, Reason reason, Administrator by) {}

    private static final Logger log = LoggerFactory.getLogger(FreezeWallet.class);

    private final Freezes freezes;
    private final Audit audit;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    FreezeWallet(Freezes freezes, Audit audit, SingleWriter writer, Ids ids, Clock clock) {
        this.freezes = freezes;
        this.audit = audit;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers what is in force then, which is nothing when it was lifted. Asking for what is so already is no event. */
    public Optional<Freeze> freeze(Request request) {
        return writer.write(() -> {
            var before = freezes.current(request.owner());
            var isSoAlready = before.map(freeze -> freeze.saysTheSame(request.direction(), request.reason()))
                    .orElse(request.direction() == Direction.NONE);
            return isSoAlready ? before : decided(request);
        });
    }

    private Optional<Freeze> decided(Request request) {
        var freeze = new Freeze(
                ids.next(), request.owner(), request.direction(), request.reason(), request.by(), clock.instant());
        freezes.add(freeze);
        audit.add(freeze.kind(), freeze.by(), freeze.owner(), freeze.inWords(), freeze.at());
        log.info(
                "Administrator {} set the freeze of the wallet of {} to {}",
                freeze.by().id(),
                freeze.owner(),
                freeze.direction());
        return Optional.of(freeze).filter(Freeze::isFrozen);
    }
}
