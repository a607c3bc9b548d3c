package io.tiktoken.auth.shownonce;

import io.tiktoken.defaults.database.Purge;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Deletes kept answers whose minutes are over. */
@Service
public class PurgeKeptAnswers {

    private final Purge purge;
    private final KeptAnswers answers;

    PurgeKeptAnswers(Purge purge, KeptAnswers answers) {
        this.purge = purge;
        this.answers = answers;
    }

    /** Answers how many there were. */
    public long purge() {
        return purge.of("kept answers", Duration.ZERO, answers::deleteKeptUntil);
    }
}
