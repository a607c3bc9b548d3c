package io.tiktoken.defaults.security;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose access tokens are believed.
 *
 * @param issuer the shop's public address, which every token names as {@code iss}
 * @param jwkSetUri where auth-service publishes its public keys
 * @param clockSkew how far the clocks of two services may be apart
 */
@Validated
@ConfigurationProperties("tiktoken.token")
public record TokenSettings(
        @NotNull URI issuer,
        @NotNull URI jwkSetUri,
        @DefaultValue("5s") @DurationMax(seconds = 30) Duration clockSkew) {}
