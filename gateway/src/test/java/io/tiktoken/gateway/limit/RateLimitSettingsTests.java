package io.tiktoken.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class RateLimitSettingsTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "REGISTRATION, 10/1h",
        "LOGIN, 10/1m",
        "RECOVERY, 10/1h",
        "TOKEN, 60/1m",
        "STRANGERS, 3000/1m",
        "EVERYTHING, 12000/1m",
        "APPROVALS, 60/1m",
        "LOOKUP, 30/1m",
        "MONEY, 60/1m",
        "READS, 600/1m",
        "MACHINES, 100/1s"
    })
    void whatIsAllowedByDefault(RouteClass routeClass, String allowance) throws IOException {
        assertThat(settings(Map.of()).of(routeClass)).isEqualTo(Allowance.valueOf(allowance));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGISTRATION",
                "LOGIN",
                "RECOVERY",
                "TOKEN",
                "STRANGERS",
                "EVERYTHING",
                "APPROVALS",
                "LOOKUP",
                "MONEY",
                "READS",
                "MACHINES"
            })
    void eachIsSetByTheEnvironment(String name) throws IOException {
        var settings = settings(Map.of("TIKTOKEN_RATE_LIMITS_" + name, "3/10s"));

        assertThat(settings.of(RouteClass.valueOf(name))).isEqualTo(new Allowance(3, Duration.ofSeconds(10)));
    }

    @Test
    void oneFactorMultipliesAll() throws IOException {
        var settings =
                settings(Map.of("TIKTOKEN_RATE_LIMITS_FACTOR", "1000", "TIKTOKEN_RATE_LIMITS_MOST_REMEMBERED", "5000"));

        assertThat(settings.of(RouteClass.LOGIN)).isEqualTo(new Allowance(10_000, Duration.ofMinutes(1)));
        assertThat(settings.of(RouteClass.MACHINES)).isEqualTo(new Allowance(100_000, Duration.ofSeconds(1)));
        assertThat(settings.mostRemembered()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0/1m", "-1/1m", "10/0s", "10/25h", "10/1w", "10/m", "1.5/1m", "10 per hour"})
    void nonsenseIsRefused(String text) {
        assertThatThrownBy(() -> Allowance.valueOf(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("An allowance is ");
    }

    private static RateLimitSettings settings(Map<String, Object> variables) throws IOException {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        new YamlPropertySourceLoader()
                .load("application.yml", new ClassPathResource("application.yml"))
                .forEach(sources::addLast);
        return Binder.get(environment)
                .bind("tiktoken.rate-limits", RateLimitSettings.class)
                .get();
    }
}
