package io.tiktoken.auth.session.web;

import io.tiktoken.auth.session.SessionHandle;
import io.tiktoken.auth.session.SessionSettings;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that holds a session's handle: out of reach of scripts, and never sent along from foreign pages. */
@Component
class SessionCookie {

    static final String NAME = "tiktoken_session";

    private final boolean secure;
    private final SessionSettings sessions;

    SessionCookie(TokenSettings tokens, SessionSettings sessions) {
        this.secure = "https".equals(tokens.issuer().getScheme());
        this.sessions = sessions;
    }

    String holding(SessionHandle handle, User user) {
        return cookie(handle.text(), sessions.limitsFor(user).longest());
    }

    String cleared() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
