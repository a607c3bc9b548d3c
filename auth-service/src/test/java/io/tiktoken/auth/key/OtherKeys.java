package io.tiktoken.auth.key;

import io.tiktoken.defaults.crypto.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** What is derived from a key-encryption key that is not this service's. */
public final class OtherKeys {

    private OtherKeys() {}

    public static DerivedKeys random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var secret = new Secret(Base64.getEncoder().encodeToString(bytes));
        return new DerivedKeys(new KeySettings(secret, Duration.ofDays(90), Duration.ofMinutes(10)));
    }
}
