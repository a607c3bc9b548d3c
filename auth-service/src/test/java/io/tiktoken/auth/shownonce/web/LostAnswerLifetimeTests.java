package io.tiktoken.auth.shownonce.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** After ten minutes nobody is shown anything any more, whether or not it was deleted yet. */
@AuthServiceTest
class LostAnswerLifetimeTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @Autowired
    Caller caller;

    @Autowired
    SettableClock clock;

    @Test
    void aRegistrationIsShownForTenMinutesAndThenTheNameIsTaken() {
        var body = Map.of("username", People.newName().value(), "password", People.PASSWORD);
        register(body);

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(register(body)).hasStatus(201).hasHeader("Idempotent-Replayed", "true");

        clock.advance(Duration.ofMillis(1));
        assertThat(register(body)).hasStatus(409);
        assertThat(register(body)).bodyJson().extractingPath("$.code").isEqualTo("username_taken");
    }

    private MvcTestResult register(Object body) {
        return caller.post("/api/auth/register", body, "", "the key of a form");
    }
}
