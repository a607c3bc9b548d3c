package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.totp.Otp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The first code of a new authenticator. */
record ConfirmationRequest(
        @NotNull
        @Pattern(regexp = Otp.CODE_PATTERN, message = "must be the six digits of your authenticator")
        @Schema(example = "287082")
        String otp) {

    @Override
    public String toString() {
        return "ConfirmationRequest[not shown]";
    }
}
