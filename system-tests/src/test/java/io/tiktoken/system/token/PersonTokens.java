package io.tiktoken.system.token;

import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.net.http.HttpRequest;
import java.util.Map;

/** The tokens that the gateway gets for people's sessions, and that no person ever sees. */
public final class PersonTokens {

    private final Shop shop;
    private final String gatewayToken;

    public PersonTokens(Shop shop) {
        this.shop = shop;
        this.gatewayToken = MachineClient.gatewayOf(shop).token(shop, "sessions:exchange");
    }

    public String of(Customer customer) {
        return of(customer.browser());
    }

    /** The token for whoever is logged in here. */
    public String of(Browser browser) {
        return new Line()
                .send(HttpRequest.newBuilder(shop.urlOf(Part.AUTH).resolve("/internal/sessions/token"))
                        .header("Authorization", "Bearer " + gatewayToken)
                        .header("Content-Type", "application/json")
                        .POST(Browser.json(Map.of("handle", browser.session()))))
                .expect(200)
                .body()
                .path("accessToken")
                .asString();
    }
}
