package io.tiktoken.auth.registration.web;

import io.tiktoken.auth.registration.RecoverAccess;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;

/** What somebody who lost the password sends. */
record RecoveryRequest(
        @NotNull @Size(max = 64) String username,
        @NotNull @Size(max = 64) String recoveryCode,

        @NotNull
        @CodePointLength(
                min = Passwords.SHORTEST,
                max = Passwords.LONGEST,
                message = "must have {min} to {max} characters")
        String newPassword) {

    RecoverAccess.Request toRequest() {
        return new RecoverAccess.Request(username, new RecoveryCode(recoveryCode), newPassword);
    }

    @Override
    public String toString() {
        return "RecoveryRequest[not shown]";
    }
}
