package io.tiktoken.system.customer;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An authenticator that its owner has set up, and the recovery codes for the day when it is lost. */
public record SecondFactor(Authenticator authenticator, String secret, List<String> recoveryCodes) {

    /** Sets one up for whoever is logged in here. */
    public static SecondFactor enrol(Browser browser) {
        var secret = browser.post("/api/auth/totp", Map.of())
                .expect(200)
                .body()
                .path("secret")
                .asString();
        var authenticator = new Authenticator(secret);
        var codes = browser.post("/api/auth/totp/confirm", Map.of("otp", authenticator.nextCode()))
                .expect(200)
                .body()
                .path("recoveryCodes");
        return new SecondFactor(
                authenticator,
                secret,
                StreamSupport.stream(codes.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList());
    }

    public String nextCode() {
        return authenticator.nextCode();
    }

    @Override
    public String toString() {
        return "an authenticator and %d recovery codes".formatted(recoveryCodes.size());
    }
}
