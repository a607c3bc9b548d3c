package io.tiktoken.auth.secondfactor;

import io.tiktoken.auth.totp.Seed;
import io.tiktoken.auth.user.Username;

/** An authenticator in the making: what has to get into the app on a person's phone, and is shown this once. */
public record Enrolment(Username username, Seed seed) {

    private static final String ISSUER = "TikToken";

    /** What authenticators scan. Neither name has a character that would need escaping. */
    public String otpauthUri() {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(ISSUER, username, seed.base32(), ISSUER);
    }
}
