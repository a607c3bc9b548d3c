package io.tiktoken.gateway.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may ask for something.
 *
 * @param factor multiplies every allowance
 * @param mostRemembered clients counted in each class; beyond that the least busy are forgotten
 * @param jwkSetUri the keys that tell a real bearer token from an invented one
 * @param registration per address; a class of pupils can register within an afternoon, a robot gets nowhere
 * @param login per address; auth-service counts per account
 * @param recovery per address, so that nobody tries codes
 * @param token per address; a machine needs one every few minutes
 * @param strangers per address; a page of the catalogue takes some thirty, and a café shares one address
 * @param everything per address, so that many accounts in one place do not add up; twice what one merchant may
 * @param approvals per user; whatever asks for a PIN, a password or a one-time code
 * @param lookup per user; enough to pay people, too few to collect names
 * @param money per user; whatever changes a wallet or an order
 * @param reads per user; all the rest
 * @param machines per client, whatever it asks
 */
@Validated
@ConfigurationProperties("tiktoken.rate-limits")
public record RateLimitSettings(
        @DefaultValue("1") @Min(1) @Max(100_000) int factor,
        @DefaultValue("10000") @Min(100) @Max(1_000_000) long mostRemembered,
        @NotNull URI jwkSetUri,
        @NotNull Allowance registration,
        @NotNull Allowance login,
        @NotNull Allowance recovery,
        @NotNull Allowance token,
        @NotNull Allowance strangers,
        @NotNull Allowance everything,
        @NotNull Allowance approvals,
        @NotNull Allowance lookup,
        @NotNull Allowance money,
        @NotNull Allowance reads,
        @NotNull Allowance machines) {

    Allowance of(RouteClass routeClass) {
        var configured = switch (routeClass) {
            case REGISTRATION -> registration;
            case LOGIN -> login;
            case RECOVERY -> recovery;
            case TOKEN -> token;
            case STRANGERS -> strangers;
            case EVERYTHING -> everything;
            case APPROVALS -> approvals;
            case LOOKUP -> lookup;
            case MONEY -> money;
            case READS -> reads;
            case MACHINES -> machines;
        };
        return configured.times(factor);
    }
}
