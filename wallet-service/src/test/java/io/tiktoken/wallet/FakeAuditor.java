package io.tiktoken.wallet;

import io.tiktoken.wallet.audit.AuditEvent;
import io.tiktoken.wallet.audit.Auditor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** auth-service's audit, in the test's hand. */
public class FakeAuditor implements Auditor {

    private final List<AuditEvent> record = new ArrayList<>();
    private Answer answer = Answer.TAKEN;

    public synchronized void answers(Answer next) {
        answer = next;
    }

    public synchronized List<AuditEvent> eventsAbout(UUID subject) {
        return record.stream().filter(event -> event.subject().equals(subject)).toList();
    }

    @Override
    public synchronized Answer tell(AuditEvent event) {
        if (answer == Answer.TAKEN && !record.contains(event)) {
            record.add(event);
        }
        return answer;
    }
}
