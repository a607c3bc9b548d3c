package io.tiktoken.order.purchase.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.order.purchase.Approval;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The customer's consent; what it is about, and how much, is the order's business. */
record PaymentRequest(
        @Schema(example = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi.eyJqdGkiOiI3.c2ln") @NotBlank @Size(max = 4_096)
        String approval) {

    Approval toApproval() {
        return new Approval(approval);
    }

    @Override
    public String toString() {
        return "PaymentRequest[approval=masked]";
    }
}
