package io.tiktoken.auth.clients;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How wallet-service is reached, and when it is left alone. How long a call may take stands under
 * {@code spring.cloud.openfeign.client.config.wallet}.
 *
 * @param failuresToOpen how many calls in a row without an answer make us stop asking
 * @param pause for how long we stop; approvals that should be dead may live on for as long
 */
@Validated
@ConfigurationProperties("tiktoken.wallet")
record WalletSettings(
        @NotNull URI url,

        @DefaultValue("5") @Min(1) @Max(10) int failuresToOpen,

        @DefaultValue("1s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration pause) {}
