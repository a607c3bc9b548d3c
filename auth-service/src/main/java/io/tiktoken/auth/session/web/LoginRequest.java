package io.tiktoken.auth.session.web;

import io.tiktoken.auth.session.DeviceName;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.user.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What somebody who logs in sends. */
record LoginRequest(
        @NotNull @Size(max = 64) String username,
        @NotNull @CodePointLength(max = Passwords.LONGEST) String password,

        @Nullable @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE)
        String otp) {

    LogIn.Request toRequest(DeviceName device) {
        return new LogIn.Request(username, password, Optional.ofNullable(otp).map(Otp::typed), device);
    }

    @Override
    public String toString() {
        return "LoginRequest[not shown]";
    }
}
