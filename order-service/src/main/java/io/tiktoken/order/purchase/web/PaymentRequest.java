package io.tiktoken.order.purchase.web;

import io.tiktoken.order.purchase.Approval;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The customer's consent; what it is about, and how much, is the order's business. */
record PaymentRequest(@NotBlank @Size(max = 4_096) String approval) {

    Approval toApproval() {
        return new Approval(approval);
    }

    @Override
    public String toString() {
        return "PaymentRequest[approval=masked]";
    }
}
