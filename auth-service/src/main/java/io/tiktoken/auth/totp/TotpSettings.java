package io.tiktoken.auth.totp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient we are with recovery codes.
 *
 * @param recoveryTriesPerHour wrong ones in a row per person; as each has a hundred bits, this is against noise, and
 *     it ends by itself so that nobody locks the owner out for ever
 */
@Validated
@ConfigurationProperties("tiktoken.totp")
public record TotpSettings(
        @DefaultValue("10") @Min(1) @Max(1_000) int recoveryTriesPerHour) {}
