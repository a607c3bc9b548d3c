package io.tiktoken.defaults.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The service's own SQLite file and how much may wait in front of it.
 *
 * @param file where the database lives; no other service reads it
 * @param busyTimeout how long to wait for a lock that another process (a backup) holds
 * @param readers how many reads may run at the same time, beside the one writer
 * @param writeQueue how many requests may wait for the writer; more are answered 503
 * @param writeBatch how many requests share one flush to the disk at the most
 */
@Validated
@ConfigurationProperties("tiktoken.database")
public record DatabaseSettings(
        @NotNull Path file,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration busyTimeout,

        @DefaultValue("4") @Min(1) @Max(64) int readers,
        @DefaultValue("1024") @Min(1) @Max(65_536) int writeQueue,
        @DefaultValue("128") @Min(1) @Max(4_096) int writeBatch) {}
