package io.tiktoken.auth.approval.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.totp.Otp;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PIN and the operation that it is to approve; for a large amount also a code of the authenticator. */
record ApprovalRequest(
        @NotNull @Pattern(regexp = Pin.PATTERN, message = "must have six digits") @Schema(example = "402917")
        String pin,

        @Nullable @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
        String otp,

        @NotNull @Valid OperationRequest operation) {

    Optional<Otp> toOtp() {
        return Optional.ofNullable(otp).map(Otp::typed);
    }

    @Override
    public String toString() {
        return "ApprovalRequest[operation=" + operation + "]";
    }
}
