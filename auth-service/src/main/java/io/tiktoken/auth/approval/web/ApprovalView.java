package io.tiktoken.auth.approval.web;

import io.tiktoken.auth.approval.Approval;
import java.time.Instant;

/** What a payment is sent with. */
record ApprovalView(String approval, Instant expiresAt) {

    static ApprovalView of(Approval approval) {
        return new ApprovalView(approval.token(), approval.expiresAt());
    }

    @Override
    public String toString() {
        return "ApprovalView[expiresAt=" + expiresAt + "]";
    }
}
