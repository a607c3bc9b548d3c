package io.tiktoken.auth.session;

import io.tiktoken.defaults.database.PurgeClock;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** Deletes what nobody can use any more: sessions that are over, a bounded batch at a time. */
@Service
public class SweepSessions {

    static final int BATCH = 500;
    private static final int MOST_BATCHES = 20;

    private final Sessions sessions;
    private final SingleWriter writer;
    private final PurgeClock clock;

    SweepSessions(Sessions sessions, SingleWriter writer, PurgeClock clock) {
        this.sessions = sessions;
        this.writer = writer;
        this.clock = clock;
    }

    /** Looks beside the writer and deletes in short writes; what is left after this comes with the next sweep. */
    public void sweep() {
        var now = clock.recorded();
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var over = sessions.thatWereOver(now, BATCH);
            if (!over.isEmpty()) {
                writer.run(() -> sessions.end(over));
            }
            if (over.size() < BATCH) {
                return;
            }
        }
    }
}
