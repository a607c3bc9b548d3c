package io.tiktoken.auth.approval;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How approvals are made.
 *
 * @param key signs them; only wallet-service has it too
 * @param secondFactorAbove in TikTokens' smallest unit: more than this, approved in a day without a code, wants one from
 *     whoever has an authenticator
 * @param lifetime long enough to send the payment after entering the PIN, with one or two repeats
 */
@Validated
@ConfigurationProperties("tiktoken.approval")
public record ApprovalSettings(
        @DefaultValue("") Secret key,

        @DefaultValue("20000") @Min(0) @Max(100_000_000) long secondFactorAbove,

        @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(seconds = 120)
        Duration lifetime) {

    @AssertTrue(message = "The environment variable TIKTOKEN_APPROVAL_KEY must hold 32 random bytes in base64")
    boolean isKeyUsable() {
        return key.isKey();
    }
}
