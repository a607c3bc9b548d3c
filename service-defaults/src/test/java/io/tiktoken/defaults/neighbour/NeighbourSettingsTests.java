package io.tiktoken.defaults.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;

/** Settings that cannot work are refused at the start, in words for an operator. */
class NeighbourSettingsTests {

    private static final String URL = "tiktoken.neighbours.notes.url=http://127.0.0.1:1";

    @Test
    void everyTimeOutHasADefault() {
        withSettings(
                context -> {
                    var settings = context.getBean(NeighbourSettings.class);
                    assertThat(settings.longestCall()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(context.getBean(ServiceCredentials.class).longestCall())
                            .isEqualTo(Duration.ofMillis(2_500));
                },
                URL);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tiktoken.neighbours.notes.read-timeout=1s                                  | say where this neighbour is",
                "tiktoken.neighbours.notes.read-timeout=1m;" + URL + "                      | readTimeout",
                "tiktoken.neighbours.notes.connect-timeout=0;" + URL + "                    | connectTimeout",
                "tiktoken.neighbours.notes.max-connections=0;" + URL + "                    | maxConnections",
                "tiktoken.neighbours.notes.breaker.calls=1;" + URL + "                      | breaker.calls",
                "tiktoken.neighbours.notes.breaker.failures=101;" + URL + "                 | breaker.failures",
                "tiktoken.neighbours.notes.breaker.pause=5m;" + URL + "                     | breaker.pause",
                "tiktoken.neighbours.notes.scopes=notes:read;tiktoken.credentials.secret=;" + URL
                        + " | Set TIKTOKEN_SAMPLE_SECRET to the secret under which auth-service knows sample-service"
            })
    void refusesToStartWith(String settings, String sentence) {
        withSettings(
                context -> assertThat(context.getStartupFailure())
                        .satisfies(failure -> assertThat(causes(failure)).anyMatch(cause -> cause.contains(sentence))),
                settings.split(";"));
    }

    @Test
    void aServiceWithoutNeighboursGetsNothing() {
        withSettings(context -> assertThat(context).doesNotHaveBean(NeighbourSettings.class));
    }

    private static Stream<String> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString);
    }

    private static void withSettings(ContextConsumer<AssertableApplicationContext> check, String... settings) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(JacksonAutoConfiguration.class, NeighbourAutoConfiguration.class))
                .withPropertyValues(
                        "spring.application.name=sample-service",
                        "tiktoken.credentials.secret=not-a-secret",
                        "tiktoken.credentials.token-uri=http://127.0.0.1:1/oauth2/token")
                .withPropertyValues(Arrays.stream(settings).map(String::strip).toArray(String[]::new))
                .run(check);
    }
}
