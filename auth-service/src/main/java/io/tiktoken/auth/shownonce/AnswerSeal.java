package io.tiktoken.auth.shownonce;

import io.tiktoken.auth.key.DerivedKeys;
import io.tiktoken.auth.key.KeyCipher;
import io.tiktoken.auth.key.KeyRefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals an answer with a key made from the whole request and from the key-encryption key. Neither the request nor a
 * hash of it is stored, so a stolen database gives nobody a password to try; and because the caller's
 * Idempotency-Key is needed too, even whoever has the key-encryption key opens no answer, nor what the disk keeps of it.
 */
@Component
class AnswerSeal {

    private static final String HMAC = "HmacSHA256";
    private static final int STATUS_DIGITS = 3;

    private final SecretKey naming;
    private final SecretKey sealing;

    AnswerSeal(DerivedKeys keys) {
        this.naming = keys.forPurpose("names of kept answers", HMAC);
        this.sealing = keys.forPurpose("seals of kept answers", HMAC);
    }

    /** What the answer to this caller's key is called in the database; it tells neither. */
    byte[] nameOf(RepeatableRequest request) {
        return hmac(naming, request.caller(), request.key());
    }

    byte[] seal(RepeatableRequest request, KeptAnswer answer) {
        var plain = answer.status() + answer.json();
        return cipherFor(request).seal(purposeOf(request), plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing when it was another request that was answered so. */
    Optional<KeptAnswer> open(RepeatableRequest request, byte[] sealed) {
        try {
            var plain = new String(cipherFor(request).open(purposeOf(request), sealed), StandardCharsets.UTF_8);
            var status = Integer.parseInt(plain.substring(0, STATUS_DIGITS));
            return Optional.of(new KeptAnswer(status, plain.substring(STATUS_DIGITS)));
        } catch (KeyRefusedException anotherRequest) {
            return Optional.empty();
        }
    }

    private KeyCipher cipherFor(RepeatableRequest request) {
        var whole = hmac(sealing, request.caller(), request.key(), request.method(), request.path(), request.body());
        return new KeyCipher(new SecretKeySpec(whole, "AES"));
    }

    private String purposeOf(RepeatableRequest request) {
        return "kept answer/" + HexFormat.of().formatHex(nameOf(request));
    }

    /** Each part with its length before it, so that no two lists of parts are hashed alike. */
    private static byte[] hmac(SecretKey key, String... parts) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is part of every Java", e);
        }
    }
}
