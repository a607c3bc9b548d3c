package io.tiktoken.auth.audit;

import io.tiktoken.auth.audit.SecurityEvents.Kind;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Records what administrators did elsewhere, once, however often it is reported. */
@Service
public class RecordReport {

    /** What another service may report: nothing that happens here. */
    public enum What {
        WALLET_FROZEN(Kind.WALLET_FROZEN),
        WALLET_FREEZE_LIFTED(Kind.WALLET_FREEZE_LIFTED),
        ADJUSTMENT_REQUESTED(Kind.ADJUSTMENT_REQUESTED),
        ADJUSTMENT_BOOKED(Kind.ADJUSTMENT_BOOKED),
        ADJUSTMENT_REFUSED(Kind.ADJUSTMENT_REFUSED),
        ADJUSTMENT_WITHDRAWN(Kind.ADJUSTMENT_WITHDRAWN);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }

    /**
     * What happened, under an id of the reporter's.
     *
     * @param actor the administrator
     * @param subject whose wallet it was
     */
    public record Report(UUID id, Instant at, What what, UserId actor, UserId subject, String detail) {}

    /** Every answer to a report. */
    public enum Outcome {
        RECORDED,
        /** Something else is on record under this id. */
        DIFFERS
    }

    private final SecurityEvents events;
    private final SingleWriter writer;

    RecordReport(SecurityEvents events, SingleWriter writer) {
        this.events = events;
        this.writer = writer;
    }

    public Outcome record(Report report) {
        return writer.write(() -> events.recordReported(report)) ? Outcome.RECORDED : Outcome.DIFFERS;
    }
}
