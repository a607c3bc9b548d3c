package io.tiktoken.auth.pin;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How PINs are stored, and how guessing them across many accounts is stopped.
 *
 * @param pepper goes into every hash and is kept outside the database: without it, a stolen database cannot be
 *     searched for the one million possible PINs
 * @param failingAccountsPerAddress so many newcomers, and as many who are known elsewhere, may get a PIN wrong from one
 *     address within an hour; five guesses each on a hundred thousand accounts would find one by chance more often than
 *     every third time
 */
@Validated
@ConfigurationProperties("tiktoken.pin")
public record PinSettings(
        @DefaultValue("") Secret pepper,

        @DefaultValue("10") @Min(1) @Max(10_000) int failingAccountsPerAddress) {

    @AssertTrue(message = "The environment variable TIKTOKEN_PIN_PEPPER must hold 32 random bytes in base64")
    boolean isPepperUsable() {
        return pepper.isKey();
    }
}
