package io.tiktoken.wallet.audit;

/** Whoever keeps the audit of the whole shop: auth-service. */
public interface Auditor {

    /** Every answer to an event. */
    enum Answer {
        ON_RECORD,
        /** Something else is on record under its id. */
        DIFFERS,
        NO_ANSWER
    }

    Answer report(AuditEvent event);
}
