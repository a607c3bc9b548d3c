package io.tiktoken.auth.key;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing keys and authenticators' seeds rest.
 *
 * @param encryptionKey seals them in the database; without it they cannot be used
 */
@Validated
@ConfigurationProperties("tiktoken.keys")
public record KeySettings(@DefaultValue("") Secret encryptionKey) {

    @AssertTrue(message = "The environment variable TIKTOKEN_KEY_ENCRYPTION_KEY must hold 32 random bytes in base64")
    boolean isEncryptionKeyUsable() {
        return encryptionKey.isUsable();
    }
}
