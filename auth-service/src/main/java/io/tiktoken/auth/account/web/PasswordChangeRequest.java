package io.tiktoken.auth.account.web;

import io.tiktoken.auth.account.ChangePassword;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.UserId;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;

/** What somebody who changes the password sends. */
record PasswordChangeRequest(
        @NotNull @CodePointLength(max = Passwords.LONGEST) String currentPassword,

        @NotNull
        @CodePointLength(
                min = Passwords.SHORTEST,
                max = Passwords.LONGEST,
                message = "must have {min} to {max} characters")
        String newPassword) {

    ChangePassword.Request by(UserId user, SessionId here) {
        return new ChangePassword.Request(user, here, currentPassword, newPassword);
    }

    @Override
    public String toString() {
        return "PasswordChangeRequest[not shown]";
    }
}
