package io.tiktoken.auth.pin;

import io.tiktoken.auth.key.Secret;
import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How PINs are stored.
 *
 * @param pepper goes into every hash and is kept outside the database: without it, a stolen database cannot be
 *     searched for the one million possible PINs
 */
@Validated
@ConfigurationProperties("tiktoken.pins")
public record PinSettings(@DefaultValue("") Secret pepper) {

    @AssertTrue(message = "The environment variable TIKTOKEN_PIN_PEPPER must hold 32 random bytes in base64")
    boolean isPepperUsable() {
        return pepper.isUsable();
    }
}
