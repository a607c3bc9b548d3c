package io.tiktoken.wallet.audit;

import io.tiktoken.defaults.outbox.Outbox;
import io.tiktoken.defaults.outbox.Outboxes;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.wallet.audit.AuditEvent.Kind;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Notes what administrators do, and tells auth-service until it is on record there. */
@Component
public class Audit {

    private final Outbox<AuditEvent> outbox;
    private final Ids ids;

    Audit(Outboxes outboxes, Auditor auditor, Ids ids) {
        this.outbox = outboxes.open("audit", AuditEvent.class, auditor);
        this.ids = ids;
    }

    /** Called inside the write that does it. */
    public void add(Kind kind, Administrator by, OwnerId owner, String detail, Instant at) {
        outbox.add(new AuditEvent(ids.next(), kind, by.id(), owner.value(), detail, at));
    }
}
