package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.totp.Otp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A code of the authenticator, or a recovery code. */
record OtpRequest(
        @NotNull @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
        String otp) {

    @Override
    public String toString() {
        return "OtpRequest[not shown]";
    }
}
