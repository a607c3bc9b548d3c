package io.tiktoken.wallet.clients;

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
 * How fx-service is reached, and when it is left alone. How long a call may take stands under
 * {@code spring.cloud.openfeign.client.config.fx}.
 *
 * @param clientSecret what this service proves itself with at auth-service
 * @param failuresToOpen how many calls in a row without an answer make us stop asking
 * @param pause for how long we stop
 */
@Validated
@ConfigurationProperties("tiktoken.fx")
record FxSettings(
        @NotNull URI url,

        @NotBlank(message = "set TIKTOKEN_WALLET_SECRET to the secret under which auth-service knows wallet-service")
        String clientSecret,

        @DefaultValue("5") @Min(1) @Max(10) int failuresToOpen,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration pause) {

    /** Without the secret, which must not get into a log. */
    @Override
    public String toString() {
        return "FxSettings[url=%s]".formatted(url);
    }
}
