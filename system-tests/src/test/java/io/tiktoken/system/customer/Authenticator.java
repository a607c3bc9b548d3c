package io.tiktoken.system.customer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's phone that shows a new code every half minute (RFC 6238), and each only once here. */
public final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long SECONDS_PER_STEP = 30;
    private static final int CODES = 1_000_000;
    /** Time for a request to arrive while its code is still accepted. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final byte[] seed;
    private long lastShown = -1;

    /** @param secret the seed in base32, as the shop shows it at enrolment */
    public Authenticator(String secret) {
        this.seed = decoded(secret);
    }

    /** The earliest code that is still accepted and was not shown before; after three in a row it takes a while. */
    public synchronized String nextCode() {
        var earliest = step(Instant.now().plus(ON_THE_WAY)) - 1;
        lastShown = Math.max(earliest, lastShown + 1);
        waitUntilItIsAccepted(lastShown);
        return code(lastShown);
    }

    private static void waitUntilItIsAccepted(long step) {
        var begins = Instant.ofEpochSecond((step - 1) * SECONDS_PER_STEP).plusMillis(100);
        var wait = Duration.between(Instant.now(), begins);
        if (wait.isPositive()) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the next code", e);
            }
        }
    }

    private String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0x0f;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % CODES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is part of every Java", e);
        }
    }

    private static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_STEP);
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        var bits = 0;
        var waiting = 0;
        for (var letter : base32.toCharArray()) {
            bits = bits << 5 | BASE32.indexOf(letter);
            waiting += 5;
            if (waiting >= 8) {
                waiting -= 8;
                bytes.put((byte) (bits >> waiting));
                bits &= (1 << waiting) - 1;
            }
        }
        return bytes.array();
    }
}
