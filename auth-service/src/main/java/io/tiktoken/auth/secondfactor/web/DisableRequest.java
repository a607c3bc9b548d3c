package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.user.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Both factors, to get rid of the second. */
record DisableRequest(
        @NotNull @Size(max = Passwords.LONGEST) String password,

        @NotNull @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
        String otp) {

    @Override
    public String toString() {
        return "DisableRequest[not shown]";
    }
}
