package io.tiktoken.system.token;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program with a secret, that gets its tokens as the standard says (RFC 6749, client credentials). */
public record MachineClient(String id, String secret) {

    /** One of the shop's own services. */
    public static MachineClient gatewayOf(Shop shop) {
        return new MachineClient("gateway", shop.secret("TIKTOKEN_GATEWAY_SECRET"));
    }

    public static MachineClient orderServiceOf(Shop shop) {
        return new MachineClient("order-service", shop.secret("TIKTOKEN_ORDER_SECRET"));
    }

    public static MachineClient walletServiceOf(Shop shop) {
        return new MachineClient("wallet-service", shop.secret("TIKTOKEN_WALLET_SECRET"));
    }

    public String token(Shop shop, String scope) {
        return asksForToken(shop, scope).expect(200).body().path("access_token").asString();
    }

    public Answer asksForToken(Shop shop, String scope) {
        var form = "grant_type=client_credentials&scope=" + encoded(scope);
        return new Line()
                .send(HttpRequest.newBuilder(shop.urlOf(Part.AUTH).resolve("/oauth2/token"))
                        .header("Authorization", "Basic " + credentials())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private String credentials() {
        var pair = encoded(id) + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return id;
    }
}
