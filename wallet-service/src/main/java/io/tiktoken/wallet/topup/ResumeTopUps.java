package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Carries on what was cut short or got no answer, and gives back quotes, a bounded batch per look. */
@Service
public class ResumeTopUps {

    private static final Logger log = LoggerFactory.getLogger(ResumeTopUps.class);

    private final SingleWriter writer;
    private final TopUps topUps;
    private final ResumeTopUp resumeTopUp;
    private final TopUpSettings settings;
    private final Clock clock;

    ResumeTopUps(SingleWriter writer, TopUps topUps, ResumeTopUp resumeTopUp, TopUpSettings settings, Clock clock) {
        this.writer = writer;
        this.topUps = topUps;
        this.resumeTopUp = resumeTopUp;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers how many it looked at. */
    public int resume() {
        var due = topUps.due(clock.instant(), settings.batch());
        if (!due.isEmpty()) {
            // Before they are tried, so that one which always breaks cannot keep the others from their turn.
            writer.run(() -> due.forEach(one ->
                    topUps.postpone(one.id(), clock.instant().plus(settings.waitAfter(one.attempts() + 1)))));
            due.forEach(one -> resume(one.id()));
        }
        return due.size();
    }

    private void resume(TopUpId id) {
        try {
            var topUp = resumeTopUp.resume(id);
            if (topUp.isPending()) {
                log.warn("Top-up {} still has no answer; it will be asked for again", id);
            } else if (topUp.holdsQuote()) {
                log.warn("Failed top-up {} could not give its quote back; it will be tried again", id);
            } else {
                log.info("Top-up {} was carried on and is {} now", id, topUp.status());
            }
        } catch (RuntimeException failure) {
            log.error("Top-up {} could not be carried on; it will be tried again", id, failure);
        }
    }
}
