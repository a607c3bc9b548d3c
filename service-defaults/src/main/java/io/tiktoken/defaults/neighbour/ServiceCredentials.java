package io.tiktoken.defaults.neighbour;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.validation.annotation.Validated;

/**
 * How this service proves to auth-service who it is, and so gets its tokens for neighbours.
 *
 * @param secret its client secret there
 * @param tokenUri where tokens are to be had
 * @param connectTimeout how long the connection there may take to be made
 * @param readTimeout how long auth-service may keep silent
 */
@Validated
@ConfigurationProperties("tiktoken.credentials")
public record ServiceCredentials(
        @DefaultValue("") Secret secret,
        @NotNull URI tokenUri,

        @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(seconds = 2)
        Duration connectTimeout,

        @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(seconds = 5)
        Duration readTimeout) {

    /** The longest that fetching a token may take. */
    public Duration longestCall() {
        return connectTimeout.plus(readTimeout);
    }

    /** @throws InvalidConfigurationPropertyValueException without a secret: nothing could be called, at any time */
    void demandSecretOf(String service) {
        if (secret.text().isBlank()) {
            var variable = service.replace("-service", "").toUpperCase(Locale.ROOT);
            throw new InvalidConfigurationPropertyValueException(
                    "tiktoken.credentials.secret",
                    secret,
                    "Set TIKTOKEN_%s_SECRET to the secret under which auth-service knows %s"
                            .formatted(variable, service));
        }
    }
}
