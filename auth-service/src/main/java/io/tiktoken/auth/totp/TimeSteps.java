package io.tiktoken.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Time counted in half minutes: which of them a code belongs to, when clocks may differ by one. */
final class TimeSteps {

    static final int SECONDS = 30;

    private static final int DRIFT = 1;

    private TimeSteps() {}

    static long at(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    /** The step whose code this is: the present one, the one before or the one after. */
    static OptionalLong of(Otp.Code code, Seed seed, Instant now) {
        var present = at(now);
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> same(code.digits(), seed.codeAt(step)))
                .max(); // Should two steps ever have the same code, then the other one cannot be used after it.
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
