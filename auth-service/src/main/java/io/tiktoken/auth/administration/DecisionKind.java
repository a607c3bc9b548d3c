package io.tiktoken.auth.administration;

/** What administrators decide only together, because it gives power, takes it, or opens somebody's account. */
public enum DecisionKind {
    SUSPENSION,
    REINSTATEMENT,
    ADMIN_GRANT,
    ADMIN_REMOVAL,
    RECOVERY_CODE,
    TOTP_REMOVAL
}
