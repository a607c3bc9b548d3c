package io.tiktoken.gateway.guard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the front door knows of the world outside and allows it.
 *
 * @param publicUrl the address people type; https makes browsers stay on https
 * @param trustedProxies addresses or ranges whose word about the client's address is believed
 * @param largestBody more than any honest request needs, small enough to be held in memory
 * @param mostBodies what the bodies of all requests under way may take together, of a heap of at least 128 MB
 * @param mostBodiesPerAddress what those from one address may take; a café shares one
 * @param wholeBodyWithin how long a client may take to send its body
 * @param mostHeaders a little less than the services take
 * @param largestHeaders names and values together, likewise
 */
@Validated
@ConfigurationProperties("tiktoken.door")
public record DoorSettings(
        @NotNull URI publicUrl,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("64KB") DataSize largestBody,
        @DefaultValue("16MB") DataSize mostBodies,
        @DefaultValue("4MB") DataSize mostBodiesPerAddress,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration wholeBodyWithin,

        @DefaultValue("80") @Min(20) @Max(100) int mostHeaders,
        @DefaultValue("12KB") DataSize largestHeaders) {

    public DoorSettings {
        if (mostBodiesPerAddress.compareTo(largestBody) < 0 || mostBodies.compareTo(mostBodiesPerAddress) < 0) {
            throw new IllegalArgumentException(
                    "tiktoken.door: largest-body, most-bodies-per-address and most-bodies must not become smaller");
        }
    }

    boolean isHttps() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
