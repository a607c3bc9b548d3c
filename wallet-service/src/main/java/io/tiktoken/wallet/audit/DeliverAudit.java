package io.tiktoken.wallet.audit;

import io.tiktoken.defaults.database.SingleWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells auth-service what administrators did, again and again until it is on record there. */
@Service
public class DeliverAudit {

    private static final Logger log = LoggerFactory.getLogger(DeliverAudit.class);

    private final AuditOutbox outbox;
    private final Auditor auditor;
    private final AuditSettings settings;
    private final SingleWriter writer;

    DeliverAudit(AuditOutbox outbox, Auditor auditor, AuditSettings settings, SingleWriter writer) {
        this.outbox = outbox;
        this.auditor = auditor;
        this.settings = settings;
        this.writer = writer;
    }

    /** An event that gets no answer does not hold up the others. */
    public void deliver() {
        outbox.oldest(settings.batch()).forEach(this::deliver);
    }

    private void deliver(AuditEvent event) {
        switch (auditor.report(event)) {
            case ON_RECORD -> writer.run(() -> outbox.remove(event.id()));
            case DIFFERS -> {
                log.error(
                        "auth-service has another event than {} on record under {}: one of the two was changed."
                                + " It stays in this service's own tables and is not reported again.",
                        event.kind(),
                        event.id());
                writer.run(() -> outbox.remove(event.id()));
            }
            case NO_ANSWER -> log.debug("{} {} is not in the audit yet", event.kind(), event.id());
        }
    }
}
