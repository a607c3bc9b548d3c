package io.tiktoken.auth.renewal;

import io.tiktoken.auth.renewal.Generations.Untold;
import io.tiktoken.auth.renewal.Payments.Answer;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.WriteUnavailableException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells wallet-service that a person's approvals from before a renewal are dead: after the renewal's write and before
 * its answer, so that whoever renewed a PIN can rely on it. Without an answer the renewal stands all the same, and
 * wallet-service is told again until it answers or the approvals have expired by themselves.
 */
@Service
public class EndApprovals {

    private static final Logger log = LoggerFactory.getLogger(EndApprovals.class);
    private static final int BATCH = 100;

    private final Generations generations;
    private final Payments payments;
    private final RenewalSettings settings;
    private final SingleWriter writer;
    private final Clock clock;

    EndApprovals(
            Generations generations, Payments payments, RenewalSettings settings, SingleWriter writer, Clock clock) {
        this.generations = generations;
        this.payments = payments;
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    /** Does nothing when this person's approvals are not to be ended, or have been. */
    public void of(UserId user) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A neighbour is told after the transaction, never inside");
        }
        generations
                .untold(user)
                .filter(untold -> !ended(untold))
                .ifPresent(untold -> log.warn(
                        "wallet-service does not confirm the end of user {}'s approvals; it will be told again", user));
    }

    /** Tells it of what it has not confirmed yet. When it does not answer for one, it is not asked about the others now. */
    public void resume() {
        var untold = generations.untoldSince(clock.instant().minus(settings.tellFor()), BATCH);
        if (!untold.isEmpty() && untold.stream().allMatch(this::ended)) {
            log.info("wallet-service has confirmed the end of {} people's approvals", untold.size());
        }
    }

    private boolean ended(Untold untold) {
        if (payments.endBefore(untold.userId(), untold.generation()) == Answer.NO_ANSWER) {
            return false;
        }
        try {
            writer.run(() -> generations.told(untold));
        } catch (WriteUnavailableException notNoted) {
            // The renewal is done and confirmed. To be told once more does wallet-service no harm.
            log.warn("Not noted that the approvals of user {} are ended: {}", untold.userId(), notNoted.getMessage());
        }
        return true;
    }
}
