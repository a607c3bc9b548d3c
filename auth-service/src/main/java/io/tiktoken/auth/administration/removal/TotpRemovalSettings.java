package io.tiktoken.auth.administration.removal;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient we are with removals of second factors.
 *
 * @param lifetime how long one waits for a second administrator
 */
@Validated
@ConfigurationProperties("tiktoken.totp-removals")
public record TotpRemovalSettings(
        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 7)
        Duration lifetime) {}
