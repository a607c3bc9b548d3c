package io.tiktoken.wallet.statement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is drawn up at once, and in which letters.
 *
 * @param mostTransactions of one statement
 * @param mostAtOnce how many are drawn at the same time, however many are asked for
 * @param longestWait how long a request waits for its turn before it is told to come back
 * @param fontFolders where fonts for scripts other than Latin, Greek and Cyrillic are looked for; by default where
 *     Debian's packages fonts-noto-core and fonts-droid-fallback put them
 */
@Validated
@ConfigurationProperties("tiktoken.statement")
public record StatementSettings(
        @DefaultValue("5000") @Min(1) @Max(50_000) int mostTransactions,
        @DefaultValue("2") @Min(1) @Max(16) int mostAtOnce,

        @DefaultValue("4s") @DurationMin(millis = 0) @DurationMax(minutes = 5)
        Duration longestWait,

        @DefaultValue({"/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/droid"})
        List<String> fontFolders) {}
