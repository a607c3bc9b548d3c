package io.tiktoken.auth.key;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** 256 random bits that the environment hands over in base64. It never prints itself. */
public final class Secret {

    private static final int BYTES = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Never fails, so that no error message can quote it: whoever needs it asks whether it {@link #isUsable()}. */
    public static Secret of(String base64) {
        try {
            return new Secret(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException notBase64) {
            return new Secret(new byte[0]);
        }
    }

    public boolean isUsable() {
        return bytes.length == BYTES;
    }

    public SecretKey forAlgorithm(String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    @Override
    public String toString() {
        return "Secret[not shown]";
    }
}
