package io.tiktoken.wallet.statement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is drawn up at once.
 *
 * @param mostTransactions of one statement, which is made in memory
 */
@Validated
@ConfigurationProperties("tiktoken.statement")
public record StatementSettings(
        @DefaultValue("5000") @Min(1) @Max(50_000) int mostTransactions) {}
