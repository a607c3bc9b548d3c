package io.tiktoken.auth.approval.web;

import io.tiktoken.auth.pin.Pin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A PIN and the operation that it is to approve. */
record ApprovalRequest(
        @NotNull @Pattern(regexp = Pin.PATTERN, message = "must have six digits")
        String pin,

        @NotNull @Valid OperationRequest operation) {

    @Override
    public String toString() {
        return "ApprovalRequest[operation=" + operation + "]";
    }
}
