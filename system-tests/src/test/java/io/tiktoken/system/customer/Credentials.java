package io.tiktoken.system.customer;

import java.util.Map;

/** What somebody types to be let in. */
public record Credentials(String username, String password) {

    /** Tries them in this browser, which may be anybody's. */
    public Answer logIn(Browser browser) {
        return browser.post("/api/auth/login", Map.of("username", username, "password", password));
    }

    /** @param otp a code of the authenticator, or a recovery code in its place */
    public Answer logIn(Browser browser, String otp) {
        return browser.post("/api/auth/login", Map.of("username", username, "password", password, "otp", otp));
    }

    @Override
    public String toString() {
        return username;
    }
}
