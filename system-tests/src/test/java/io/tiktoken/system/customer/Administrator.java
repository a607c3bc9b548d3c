package io.tiktoken.system.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.MachineClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The first administrator, whom the shop made by itself. There is only one, who can move in only once: all stories
 * share the one who did, and whichever asks first tells how.
 */
public final class Administrator {

    private static final Map<Shop, Administrator> MOVED_IN = new ConcurrentHashMap<>();

    private final Browser browser;
    private final Credentials credentials;
    private final SecondFactor phone;

    private Administrator(Browser browser, Credentials credentials, SecondFactor phone) {
        this.browser = browser;
        this.credentials = credentials;
        this.phone = phone;
    }

    public static Administrator of(Shop shop) {
        return MOVED_IN.computeIfAbsent(shop, Administrator::movesIn);
    }

    /** May look only after the password that others have seen is gone, and change things only with an authenticator. */
    private static Administrator movesIn(Shop shop) {
        var handedOut = handedOut(shop);
        var browser = new Browser(shop);
        handedOut.logIn(browser).expect(200);
        browser.get("/api/admin/clients").expectProblem(403, "forbidden");
        tryToDisableAClient(browser).expectProblem(403, "forbidden");

        var own = new Credentials(handedOut.username(), "nobody-else-knows-" + UUID.randomUUID());
        browser.post(
                        "/api/auth/password",
                        Map.of("currentPassword", handedOut.password(), "newPassword", own.password()))
                .expect(204);
        handedOut.logIn(new Browser(shop)).expectProblem(401, "invalid_credentials");
        browser.get("/api/admin/clients").expect(200);
        tryToDisableAClient(browser).expectProblem(403, "second_factor_required");

        var phone = SecondFactor.enrol(browser);
        tryToDisableAClient(browser).expectProblem(404, "not_found");
        return new Administrator(browser, own, phone);
    }

    /**
     * Makes a new client, with a name of its own.
     *
     * @param kind merchant or kiosk
     */
    public MachineClient letsIn(String kind) {
        var name = "Corner Books " + UUID.randomUUID().toString().substring(0, 8);
        var created = browser.post("/api/admin/clients", Map.of("kind", kind, "name", name))
                .expect(201)
                .body();
        return new MachineClient(
                created.path("client").path("id").asString(),
                created.path("secret").asString());
    }

    public Browser browser() {
        return browser;
    }

    public Credentials credentials() {
        return credentials;
    }

    public SecondFactor phone() {
        return phone;
    }

    /** Harmless, since there is no such client, but only for who may change something. */
    private static Answer tryToDisableAClient(Browser browser) {
        return browser.put("/api/admin/clients/merchant-nobody/disablement", Map.of("reason", "just a try"));
    }

    /** What the operator finds in the file that only its owner may read. */
    private static Credentials handedOut(Shop shop) {
        try {
            var lines = Files.readAllLines(shop.data().resolve("first-administrator.txt"));
            var words = lines.getFirst().split("/", 2);
            assertThat(words).hasSize(2);
            return new Credentials(words[0], words[1]);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no first administrator", e);
        }
    }
}
