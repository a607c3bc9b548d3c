package io.tiktoken.wallet.approval;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is remembered that an approval was spent, or ended before its time.
 *
 * @param kept far beyond the two minutes that one lives, because clocks can be set back
 */
@Validated
@ConfigurationProperties("tiktoken.spent-approval")
public record SpentApprovalSettings(
        @DefaultValue("7d") @DurationMin(days = 1) Duration kept) {}
