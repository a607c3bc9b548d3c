package io.tiktoken.auth.user;

/** Too many passwords are being hashed already; nothing was checked or changed, and the caller may come back. */
public final class PasswordsBusyException extends RuntimeException {

    PasswordsBusyException() {
        super("Too many passwords are being hashed just now");
    }
}
