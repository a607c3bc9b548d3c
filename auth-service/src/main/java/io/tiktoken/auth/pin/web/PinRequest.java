package io.tiktoken.auth.pin.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.user.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a new PIN. */
record PinRequest(
        @NotNull @Size(max = Passwords.LONGEST) String password,

        @Nullable @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
        String otp) {

    Optional<Otp> toOtp() {
        return Optional.ofNullable(otp).map(Otp::typed);
    }

    @Override
    public String toString() {
        return "PinRequest[not shown]";
    }
}
