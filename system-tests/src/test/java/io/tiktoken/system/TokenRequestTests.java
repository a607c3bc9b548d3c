package io.tiktoken.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import io.tiktoken.system.token.MachineClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a machine is told that asks for a token (RFC 6749 §5.2), at the front door and behind it. */
@InTheShop
class TokenRequestTests {

    private static final String ASKED = "grant_type=client_credentials&scope=sessions:exchange";

    private final Shop shop;

    TokenRequestTests(Shop shop) {
        this.shop = shop;
    }

    /** The gateway's own secret is base64, with a sign in it that a form writes otherwise. */
    @ParameterizedTest
    @EnumSource(names = {"AUTH", "GATEWAY"})
    void aSecretWorksHoweverItIsSent(Part door) {
        var gateway = MachineClient.gatewayOf(shop);
        var encoded = URLEncoder.encode(gateway.secret(), UTF_8);

        ask(door, "Basic " + base64("gateway:" + gateway.secret()), ASKED).expect(200);
        ask(door, "Basic " + base64("gateway:" + encoded), ASKED).expect(200);
        ask(door, null, ASKED + "&client_id=gateway&client_secret=" + encoded).expect(200);
        ask(door, null, ASKED + "&client_id=gateway&client_secret=" + gateway.secret())
                .expect(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTH", "GATEWAY"})
    void whoIsRefusedIsToldWhy(Part door) {
        var believed =
                "Basic " + base64("gateway:" + MachineClient.gatewayOf(shop).secret());

        for (var unknown : new String[] {null, "Basic !!!", "Basic " + base64("gateway:wrong"), "Digest x"}) {
            var answer = ask(door, unknown, ASKED);
            refused(answer, 401, "invalid_client");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Basic realm=\"TikToken\"");
        }
        refused(ask(door, believed, "scope=sessions:exchange"), 400, "invalid_request");
        refused(ask(door, believed, "grant_type=password"), 400, "unsupported_grant_type");
        refused(ask(door, believed, "grant_type=client_credentials&scope=no:such"), 400, "invalid_scope");
        refused(ask(door, believed, ASKED + "&client_id=gateway&client_secret=x"), 400, "invalid_request");
        refused(
                send(request(door, believed)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))),
                400,
                "invalid_request");
        var got = send(request(door, believed).GET());
        refused(got, 405, "invalid_request");
        assertThat(got.header("Allow")).hasValue("POST");
    }

    private static void refused(Answer answer, int status, String error) {
        assertThat(answer.expect(status).body().path("error").asString()).isEqualTo(error);
        assertThat(answer.body().path("error_description").asString()).isNotBlank();
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
    }

    private Answer ask(Part door, @Nullable String authorization, String form) {
        return send(request(door, authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(Part door, @Nullable String authorization) {
        var request = HttpRequest.newBuilder(shop.urlOf(door).resolve("/oauth2/token"));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        return new Line().send(request);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
