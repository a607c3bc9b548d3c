package io.tiktoken.auth.key;

/** A signing key rests in the database and cannot be opened; a new one in its place would hide the reason. */
public final class KeyRefusedException extends RuntimeException {

    KeyRefusedException(String keyId, Throwable cause) {
        super(
                "The signing key %s in the database cannot be opened with this TIKTOKEN_KEY_ENCRYPTION_KEY."
                        .formatted(keyId),
                cause);
    }
}
