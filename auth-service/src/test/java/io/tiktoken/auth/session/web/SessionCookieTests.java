package io.tiktoken.auth.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.session.SessionHandle;
import io.tiktoken.auth.session.SessionSettings;
import io.tiktoken.defaults.security.TokenSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCookieTests {

    @ParameterizedTest(name = "at {0} the cookie is Secure: {1}")
    @CsvSource({"https://shop.example, true", "http://localhost:8080, false"})
    void isSecureWhenTheShopIs(URI address, boolean secure) {
        var cookie = new SessionCookie(
                new TokenSettings(address, address, Duration.ofSeconds(5)),
                new SessionSettings(Duration.ofHours(24), Duration.ofDays(30), 20));

        assertThat(cookie.holding(SessionHandle.random()).contains("; Secure")).isEqualTo(secure);
    }
}
