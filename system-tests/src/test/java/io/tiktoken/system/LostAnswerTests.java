package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Credentials;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is shown once is not lost with its answer: the same request with the same key shows it again. */
@InTheShop
class LostAnswerTests {

    private final Shop shop;
    private final Customer bob;
    private final Browser browser;
    private final UUID key = UUID.randomUUID();
    private final Credentials carol =
            new Credentials("carol" + UUID.randomUUID().toString().substring(0, 8), "a-long-enough-passphrase");

    LostAnswerTests(Shop shop) {
        this.shop = shop;
        this.bob = Customer.registers(shop, "bob");
        this.browser = new Browser(shop);
    }

    @Test
    void aPhoneThatLosesItsNetworkIsShownThePinWhenItIsBack() throws IOException {
        try (var connection = registersWithoutListening()) {
            awaitRegistration();
            hangUp(connection);
        }

        assertIsShownAgain();
    }

    @Test
    void evenWhenTheServiceDiesWithTheAnswerOnItsLips() throws Exception {
        try (var connection = registersWithoutListening()) {
            awaitRegistration();
            shop.kill(Part.AUTH);
            hangUp(connection);
        }
        shop.start(Part.AUTH);

        assertIsShownAgain();
    }

    private Socket registersWithoutListening() throws IOException {
        var body = Answer.json(registration());
        var connection = new Socket(shop.url().getHost(), shop.url().getPort());
        connection.getOutputStream().write("""
                POST /api/auth/register HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(shop.url().getAuthority(), key, body.length(), body)
                .getBytes(UTF_8));
        return connection;
    }

    /** Somebody else can see that the account is there. */
    private void awaitRegistration() {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> bob.browser().get("/api/users/" + carol.username()).status() == 200);
    }

    /** Without a goodbye, as a network does that is gone. */
    private static void hangUp(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
    }

    private void assertIsShownAgain() {
        var repeated = browser.post("/api/auth/register", registration(), key).expect(201);

        assertThat(repeated.isReplayed()).isTrue();
        carol.logIn(browser).expect(200);
        var operation = Map.of("type", "transfer", "payee", bob.id(), "amount", ttk("1.00"));
        var pin = repeated.body().path("pin").asString();
        browser.post("/api/approvals", Map.of("pin", pin, "operation", operation))
                .expect(201);
    }

    private Map<String, String> registration() {
        return Map.of("username", carol.username(), "password", carol.password());
    }
}
