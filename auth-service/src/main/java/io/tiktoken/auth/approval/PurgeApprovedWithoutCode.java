package io.tiktoken.auth.approval;

import io.tiktoken.defaults.database.Purge;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Forgets what was approved on days that are long over: sums begin anew every day. */
@Service
public class PurgeApprovedWithoutCode {

    private static final Duration DAYS_KEPT = Duration.ofDays(7);

    private final Purge purge;
    private final ApprovedWithoutCode approved;

    PurgeApprovedWithoutCode(Purge purge, ApprovedWithoutCode approved) {
        this.purge = purge;
        this.approved = approved;
    }

    /** Answers how many sums were forgotten. */
    public long purge() {
        return purge.of("sums of what was approved in a day", DAYS_KEPT, approved::forgetBefore);
    }
}
