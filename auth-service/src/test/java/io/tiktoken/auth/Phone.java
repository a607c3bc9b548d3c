package io.tiktoken.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** A person's authenticator, which knows nothing but what was typed into it: RFC 6238, written a second time. */
public final class Phone {

    private final byte[] secret;

    public Phone(String secretInBase32) {
        this.secret = Base32.decode(secretInBase32);
    }

    /** What it shows at that time. */
    public String codeAt(Instant time) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(time.getEpochSecond() / 30).array());
            var at = hash[19] & 15;
            var number = ((hash[at] & 127) << 24)
                    | ((hash[at + 1] & 255) << 16)
                    | ((hash[at + 2] & 255) << 8)
                    | (hash[at + 3] & 255);
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Six digits that it does not show now, nor half a minute before or after. */
    public String wrongCodeAt(Instant time) {
        for (var number = 0; ; number++) {
            var digits = "%06d".formatted(number);
            if (!digits.equals(codeAt(time))
                    && !digits.equals(codeAt(time.minusSeconds(30)))
                    && !digits.equals(codeAt(time.plusSeconds(30)))) {
                return digits;
            }
        }
    }
}
