package io.tiktoken.auth.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * The secret that a person's authenticator shares with us: 160 random bits, from which both make the same code in the
 * same half minute (RFC 6238 with SHA-1 and six digits, which every authenticator knows). It never prints itself.
 */
public final class Seed {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int BYTES = 20;
    private static final int ONE_MILLION = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that nobody had before. */
    public static Seed random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Seed(bytes);
    }

    static Seed of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A seed has 160 bits");
        }
        return new Seed(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As it is typed into an authenticator that cannot scan. */
    public String base32() {
        return Base32.toBase32String(bytes);
    }

    /** The code of one time step: HMAC of the step, of which four bytes are chosen by the last one (RFC 4226). */
    String codeAt(long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % ONE_MILLION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "Seed[not shown]";
    }
}
