package io.tiktoken.auth.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.session.SessionHandle;
import io.tiktoken.auth.session.SessionSettings;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.security.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCookieTests {

    static final SessionSettings SETTINGS = new SessionSettings(
            Duration.ofHours(24),
            Duration.ofDays(30),
            20,
            Duration.ofMinutes(10),
            new SessionSettings.Limits(Duration.ofMinutes(30), Duration.ofHours(12)));

    @ParameterizedTest(name = "at {0} the cookie is Secure: {1}")
    @CsvSource({"https://shop.example, true", "http://localhost:8080, false"})
    void isSecureWhenTheShopIs(URI address, boolean secure) {
        var cookie = new SessionCookie(new TokenSettings(address, address, Duration.ofSeconds(5)), SETTINGS);

        assertThat(cookie.holding(SessionHandle.random(), someone(false)).contains("; Secure"))
                .isEqualTo(secure);
    }

    @ParameterizedTest(name = "of an administrator {0}: kept for {1} seconds")
    @CsvSource({"false, 2592000", "true, 43200"})
    void isKeptAsLongAsTheSessionMayLast(boolean administrator, long seconds) {
        var address = URI.create("http://localhost:8080");
        var cookie = new SessionCookie(new TokenSettings(address, address, Duration.ofSeconds(5)), SETTINGS);

        assertThat(cookie.holding(SessionHandle.random(), someone(administrator)))
                .contains("; Max-Age=" + seconds + ";");
    }

    private static User someone(boolean administrator) {
        return new User(
                new UserId(UUID.randomUUID()),
                new Username("alice"),
                new DisplayName("Alice Lim"),
                administrator,
                false);
    }
}
