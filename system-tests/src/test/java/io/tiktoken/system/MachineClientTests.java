package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Claims;
import io.tiktoken.system.token.MachineClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator lets merchants and kiosks in, changes their locks, and shows them out. */
@InTheShop
class MachineClientTests {

    private static final String CREATE_ORDERS = "orders:create";

    private final Shop shop;
    private Administrator administrator;

    MachineClientTests(Shop shop) {
        this.shop = shop;
    }

    @BeforeEach
    void callTheAdministrator() {
        administrator = Administrator.of(shop);
    }

    @ParameterizedTest(name = "a {0} gets a token that says which {0} it is, and nothing else")
    @CsvSource({
        "merchant, orders:create, merchantId, merchant_id, cash:accept",
        "kiosk, cash:accept, kioskId, kiosk_id, orders:create"
    })
    void getsTokensForWhatItsKindMayDo(String kind, String scope, String id, String claim, String others) {
        var client = administrator.letsIn(kind);
        var seen = administrator.browser().get(pathOf(client)).expect(200).body();

        var token = Claims.of(client.token(shop, scope)).all();

        assertThat(token)
                .containsEntry("sub", client.id())
                .containsEntry("aud", "tiktoken-api")
                .containsEntry("scope", scope)
                .containsEntry(claim, seen.path(id).asString())
                .doesNotContainKey("roles");
        assertThat(client.asksForToken(shop, others).body().path("error").asString())
                .isEqualTo("invalid_scope");
        assertThat(client.asksForToken(shop, "funds:reserve")
                        .body()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_scope");
    }

    @Test
    void whoIsDisabledGetsNoTokenUntilEnabledAgain() {
        var client = administrator.letsIn("merchant");
        client.token(shop, CREATE_ORDERS);

        administrator
                .browser()
                .put(pathOf(client) + "/disablement", Map.of("reason", "its secret was found in a bin"))
                .expect(200);

        assertRefused(client);

        administrator.browser().delete(pathOf(client) + "/disablement").expect(200);

        client.token(shop, CREATE_ORDERS);
    }

    @Test
    void aSecondSecretOpensBesidesTheFirstUntilThatIsRemoved() {
        var before = administrator.letsIn("merchant");
        var first = administrator
                .browser()
                .get(pathOf(before))
                .expect(200)
                .body()
                .path("secrets")
                .path(0)
                .path("id")
                .asString();
        var added = administrator
                .browser()
                .post(pathOf(before) + "/secrets", Map.of())
                .expect(201)
                .body();
        var after = new MachineClient(before.id(), added.path("secret").asString());

        before.token(shop, CREATE_ORDERS);
        after.token(shop, CREATE_ORDERS);
        administrator.browser().post(pathOf(before) + "/secrets", Map.of()).expectProblem(409, "two_secrets_already");

        administrator.browser().delete(pathOf(before) + "/secrets/" + first).expect(204);

        assertRefused(before);
        after.token(shop, CREATE_ORDERS);
    }

    private void assertRefused(MachineClient client) {
        var refused = client.asksForToken(shop, CREATE_ORDERS).expect(401);
        assertThat(refused.body().path("error").asString()).isEqualTo("invalid_client");
    }

    private static String pathOf(MachineClient client) {
        return "/api/admin/clients/" + client.id();
    }
}
