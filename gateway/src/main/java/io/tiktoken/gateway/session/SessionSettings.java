package io.tiktoken.gateway.session;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sessions are swapped for tokens.
 *
 * @param authUrl where auth-service is
 * @param clientSecret proves to auth-service that the gateway is the gateway
 * @param rememberedFor the longest that an ended session may still be taken for a living one
 * @param unknownRememberedFor spares auth-service a page that keeps asking with a dead session
 * @param mostRemembered sessions in memory; an entry takes about two kilobytes
 * @param answerWithin how long auth-service may take, for each of its two answers
 */
@Validated
@ConfigurationProperties("tiktoken.session")
public record SessionSettings(
        @NotNull URI authUrl,

        @NotBlank(message = "is missing: set TIKTOKEN_GATEWAY_SECRET to the secret that auth-service knows")
        Secret clientSecret,

        @DefaultValue("10s") @DurationMin(millis = 0) @DurationMax(seconds = 10)
        Duration rememberedFor,

        @DefaultValue("1s") @DurationMin(millis = 0) @DurationMax(seconds = 2)
        Duration unknownRememberedFor,

        @DefaultValue("10000") @Min(1) @Max(1_000_000) long mostRemembered,

        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 10)
        Duration answerWithin) {}
