package io.tiktoken.wallet.audit;

import io.tiktoken.defaults.outbox.Receiver;

/** Whoever keeps the audit of the whole shop: auth-service. */
public interface Auditor extends Receiver<AuditEvent> {}
