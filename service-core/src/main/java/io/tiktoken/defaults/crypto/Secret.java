package io.tiktoken.defaults.crypto;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A secret among the settings, as the environment hands it over. It never prints itself: not in a log, not in JSON, and
 * not in the report of a setting that is refused at the start. Any text makes one, so that no conversion fails and quotes
 * it; whether it will do is for the settings to check, with {@link NotBlank} or {@link #isKey}.
 */
public record Secret(String text) {

    private static final int KEY_BYTES = 32;

    /** Whether it is a key: 256 bits in base64. */
    public boolean isKey() {
        return decoded().length == KEY_BYTES;
    }

    public SecretKey toKey(String algorithm) {
        return new SecretKeySpec(decoded(), algorithm);
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return "Secret[not shown]";
    }

    /** Lets settings demand that a secret is there; Hibernate Validator finds it in {@code META-INF/services}. */
    public static final class NotBlankValidator implements ConstraintValidator<NotBlank, Secret> {

        @Override
        public boolean isValid(@Nullable Secret secret, ConstraintValidatorContext context) {
            return secret != null && !secret.text().isBlank();
        }
    }
}
