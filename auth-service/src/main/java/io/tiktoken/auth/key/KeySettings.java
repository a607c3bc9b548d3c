package io.tiktoken.auth.key;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing keys and authenticators' seeds rest, and how one signing key follows another.
 *
 * @param encryptionKey seals them in the database; without it they cannot be used
 * @param rotateAfter how long a key signs before another one is announced
 * @param signsAfter how long a new key is only published: services keep the published keys for 5 minutes, and another
 *     replica of this service may publish a key half a minute late
 */
@Validated
@ConfigurationProperties("tiktoken.key")
public record KeySettings(
        @DefaultValue("") Secret encryptionKey,

        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 366)
        Duration rotateAfter,

        @DefaultValue("10m") @DurationMin(minutes = 5, seconds = 30) @DurationMax(hours = 12)
        Duration signsAfter) {

    @AssertTrue(message = "The environment variable TIKTOKEN_KEY_ENCRYPTION_KEY must hold 32 random bytes in base64")
    boolean isEncryptionKeyUsable() {
        return encryptionKey.isKey();
    }
}
