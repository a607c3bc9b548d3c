package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Credentials;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.SecondFactor;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Jws;
import io.tiktoken.system.token.Line;
import io.tiktoken.system.token.MachineClient;
import io.tiktoken.system.token.PersonTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever secret is used, and however wrongly: no log tells it, and no database holds it in clear. */
@InTheShop
class SecretsTests {

    private final Shop shop;
    private final Canaries inLogs = new Canaries();
    private final Canaries inDatabases = new Canaries();
    private Customer alice;

    SecretsTests(Shop shop) {
        this.shop = shop;
    }

    @BeforeEach
    void useAllThereAre() {
        alice = Customer.registersWithMoney(shop, "alice", "10.00");
        nowhere("PIN", alice.pin());
        nowhere("password", alice.credentials().password());
        nowhere("recovery code", alice.recoveryCode());
        nowhere("session's handle", alice.browser().session());
        buysSomething();
        showsATokenWhereNoneBelongs();
        mistypes();
        hasAnAuthenticator();
        recovers();
        anotherClientAsksForTokens();
    }

    @Test
    void noLogTellsThem() {
        assertThat(shop.logs())
                .allSatisfy(log -> assertThat(inLogs.foundIn(log)).isEmpty());
    }

    @Test
    void noDatabaseHoldsThemInClear() throws IOException {
        var databases = databases();

        assertThat(databases)
                .allSatisfy(file -> assertThat(inDatabases.foundIn(file)).isEmpty());
        // They are where secrets would be found: what is no secret is.
        assertThat(databases)
                .anySatisfy(file -> assertThat(Canaries.text(file))
                        .contains(alice.credentials().username()));
    }

    private void buysSomething() {
        var order = alice.orders(new Visitor(shop).finds("lipstick"), 1);
        alice.approvesWithWrongPin(order).expectProblem(403, "pin_incorrect");
        var approval = alice.approves(order);
        // order-service keeps an approval until the money is reserved, so it may be in a database for a while.
        inLogs.with("approval", Jws.parse(approval).signature());
        alice.paysWith(approval, order, UUID.randomUUID()).expect(200);
    }

    private void showsATokenWhereNoneBelongs() {
        var token = new PersonTokens(shop).of(alice);
        nowhere("access token", Jws.parse(token).signature());
        var line = new Line();
        line.send(HttpRequest.newBuilder(shop.url().resolve("/api/wallet")).header("Authorization", "Bearer " + token))
                .expect(200);
        line.get(shop.url().resolve("/api/wallet?access_token=" + token)).expect(401);
        line.get(shop.urlOf(Part.WALLET).resolve("/api/wallet?access_token=" + token))
                .expect(401);
    }

    private void mistypes() {
        var wrong = "a-wrong-passphrase-" + UUID.randomUUID();
        nowhere("wrong password", wrong);
        var username = alice.credentials().username();
        var stranger = new Browser(shop);
        new Credentials(username, wrong).logIn(stranger).expectProblem(401, "invalid_credentials");
        stranger.post("/api/auth/login", Map.of("username", username, "passwort", wrong))
                .expect(400);
        stranger.post("/api/auth/login", Map.of("username", username, "password", List.of(wrong)))
                .expect(400);
        stranger.post("/api/auth/register", Map.of("username", "!", "password", wrong))
                .expect(400);
        stranger.send(stranger.to("/api/auth/login").POST(BodyPublishers.ofString("{\"password\":\"" + wrong)))
                .expect(400);
        alice.asksForTransferApproval(Map.of("pin", wrong), alice.id(), "1.00").expect(400);
    }

    private void hasAnAuthenticator() {
        var phone = SecondFactor.enrol(alice.browser());
        nowhere("seed of the authenticator", phone.secret());
        phone.recoveryCodes().forEach(code -> nowhere("recovery code of the authenticator", code));
        var browser = new Browser(shop);
        alice.credentials().logIn(browser, phone.recoveryCodes().getFirst()).expect(200);
        nowhere("handle of another session", browser.session());
    }

    private void recovers() {
        var changed = "quite-another-passphrase-" + UUID.randomUUID();
        nowhere("new password", changed);
        var next = new Browser(shop)
                .post(
                        "/api/auth/recovery",
                        Map.of(
                                "username", alice.credentials().username(),
                                "recoveryCode", alice.recoveryCode(),
                                "newPassword", changed))
                .expect(200);
        nowhere("next recovery code", next.body().path("recoveryCode").asString());
    }

    private void anotherClientAsksForTokens() {
        var gateway = MachineClient.gatewayOf(shop);
        var wrong = UUID.randomUUID().toString();
        nowhere("client's secret", gateway.secret());
        nowhere("client's wrong secret", wrong);
        nowhere(
                "token of a client",
                Jws.parse(gateway.token(shop, "sessions:exchange")).signature());
        new MachineClient("gateway", wrong)
                .asksForToken(shop, "sessions:exchange")
                .expect(401);
    }

    private void nowhere(String name, String secret) {
        inLogs.with(name, secret);
        inDatabases.with(name, secret);
    }

    private List<Path> databases() throws IOException {
        try (var files = Files.list(shop.data())) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.db(-wal)?"))
                    .toList();
        }
    }
}
