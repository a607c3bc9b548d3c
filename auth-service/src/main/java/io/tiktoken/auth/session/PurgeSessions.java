package io.tiktoken.auth.session;

import io.tiktoken.defaults.database.PurgeClock;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Deletes what nobody can use any more: sessions that are over, a bounded batch at a time. */
@Service
public class PurgeSessions {

    static final int BATCH = 500;
    private static final int MOST_BATCHES = 20;

    private final Sessions sessions;
    private final SessionSettings settings;
    private final SingleWriter writer;
    private final PurgeClock clock;

    PurgeSessions(Sessions sessions, SessionSettings settings, SingleWriter writer, PurgeClock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    /** Looks beside the writer and deletes in short writes; what is left after this comes with the next purge. */
    public void purge() {
        var now = clock.recorded();
        purge(true, now);
        purge(false, now);
    }

    private void purge(boolean administrators, Instant now) {
        var limits = settings.limits(administrators);
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var over = sessions.old(administrators, now.minus(limits.longest()), now.minus(limits.idle()), BATCH);
            if (!over.isEmpty()) {
                writer.run(() -> sessions.end(over));
            }
            if (over.size() < BATCH) {
                return;
            }
        }
    }
}
