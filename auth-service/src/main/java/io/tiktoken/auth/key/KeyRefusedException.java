package io.tiktoken.auth.key;

/** Something rests sealed in the database and cannot be opened; anything new in its place would hide the reason. */
public final class KeyRefusedException extends RuntimeException {

    KeyRefusedException(String name, Throwable cause) {
        super(
                "What is sealed as %s in the database cannot be opened with this TIKTOKEN_KEY_ENCRYPTION_KEY."
                        .formatted(name),
                cause);
    }
}
