package io.tiktoken.auth.pin;

import io.tiktoken.auth.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 over user ‖ salt ‖ PIN, keyed with the pepper. A slow hash would not help: a million PINs are
 * quickly tried whatever each costs, so the pepper protects a stolen database and counting stops guesses.
 */
@Component
class PinHash {

    static final int SALT_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int UUID_BYTES = 16;
    private static final int PIN_BYTES = 6;

    private final SecretKey pepper;

    PinHash(PinSettings settings) {
        this.pepper = settings.pepper().toKey(ALGORITHM);
    }

    /** In the same time whatever is wrong. */
    boolean matches(byte[] hash, UserId user, byte[] salt, Pin pin) {
        return MessageDigest.isEqual(hash, of(user, salt, pin));
    }

    byte[] of(UserId user, byte[] salt, Pin pin) {
        var text = ByteBuffer.allocate(UUID_BYTES + SALT_BYTES + PIN_BYTES)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .put(salt)
                .put(pin.digits().getBytes(StandardCharsets.US_ASCII))
                .array();
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is part of every Java", e);
        }
    }
}
