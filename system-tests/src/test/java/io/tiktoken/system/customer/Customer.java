package io.tiktoken.system.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A person with an account: everything they do goes through the gateway, as it would from a browser. */
public final class Customer {

    private static final String PASSWORD = "a-long-enough-passphrase";
    private static final AtomicInteger REGISTERED = new AtomicInteger();
    private static final Executor IN_THE_BACKGROUND = task -> Thread.ofVirtual().start(task);

    private final Browser browser;
    private final String username;
    private final String pin;
    private final String recoveryCode;

    private Customer(Browser browser, String username, String pin, String recoveryCode) {
        this.browser = browser;
        this.username = username;
        this.pin = pin;
        this.recoveryCode = recoveryCode;
    }

    /** Registers somebody new under this name, and logs them in. */
    public static Customer registers(Shop shop, String name) {
        var browser = new Browser(shop);
        var username = name + REGISTERED.incrementAndGet();
        var registration = Map.of("username", username, "password", PASSWORD);
        var registered = browser.post("/api/auth/register", registration, UUID.randomUUID())
                .expect(201)
                .body();
        var customer = new Customer(
                browser,
                username,
                registered.path("pin").asString(),
                registered.path("recoveryCode").asString());
        customer.logsIn();
        return customer;
    }

    /** Somebody who registered long ago, in a shop that this one carries on; not logged in yet. */
    public static Customer returns(Shop shop, String username, String pin, String recoveryCode) {
        return new Customer(new Browser(shop), username, pin, recoveryCode);
    }

    public static Customer registersWithMoney(Shop shop, String name, String sgd) {
        var customer = registers(shop, name);
        customer.topsUp(sgd);
        return customer;
    }

    public Browser browser() {
        return browser;
    }

    public Credentials credentials() {
        return new Credentials(username, PASSWORD);
    }

    public void logsIn() {
        credentials().logIn(browser).expect(200);
    }

    public Answer logsOut() {
        return browser.post("/api/auth/logout", Map.of());
    }

    public void topsUp(String sgd) {
        var topUp = asksForTopUp(sgd, UUID.randomUUID()).expect(201).body();
        assertThat(topUp.path("status").asString()).isEqualTo("SUCCEEDED");
    }

    public Answer asksForTopUp(String sgd, UUID key) {
        var body = Map.of("amount", Money.sgd(sgd), "paymentMethod", "pm_card_visa");
        return browser.post("/api/wallet/top-ups", body, key);
    }

    public Wallet wallet() {
        return browser.get("/api/wallet").expect(200).as(Wallet.class);
    }

    public List<Transaction> transactions(String type) {
        var page = browser.get("/api/wallet/transactions?type=" + type).expect(200);
        return Arrays.asList(Answer.read(page.body().path("data"), Transaction[].class));
    }

    public void putsInCart(Product product, int quantity) {
        browser.put("/api/cart/items/" + product.id(), Map.of("quantity", quantity))
                .expect(200);
    }

    /** Orders what is in the cart. */
    public Order orders() {
        return browser.post("/api/orders", Map.of(), UUID.randomUUID())
                .expect(201)
                .as(Order.class);
    }

    public Order orders(Product product, int quantity) {
        return asksForOrder(product, quantity, UUID.randomUUID()).expect(201).as(Order.class);
    }

    public Answer asksForOrder(Product product, int quantity, UUID key) {
        var item = Map.of("productId", product.id(), "quantity", quantity);
        return browser.post("/api/orders", Map.of("items", List.of(item)), key);
    }

    public Order sees(Order order) {
        return browser.get("/api/orders/" + order.id()).expect(200).as(Order.class);
    }

    public String approves(Order order) {
        return asksForApproval(order, pin).expect(201).body().path("approval").asString();
    }

    /** Mistypes the last digit. */
    public Answer approvesWithWrongPin(Order order) {
        var last = pin.charAt(pin.length() - 1);
        return asksForApproval(order, pin.substring(0, pin.length() - 1) + (last == '9' ? '0' : (char) (last + 1)));
    }

    private Answer asksForApproval(Order order, String pinTyped) {
        var operation = Map.of(
                "type", "purchase", "payee", order.merchant().id(), "amount", order.total(), "orderId", order.id());
        return browser.post("/api/approvals", Map.of("pin", pinTyped, "operation", operation));
    }

    /** Approves that the other gets this much. */
    public String approvesTransfer(Customer to, String amount) {
        return asksForTransferApproval(Map.of("pin", pin), to.id(), amount)
                .expect(201)
                .body()
                .path("approval")
                .asString();
    }

    /** Sends the other one this much, with the PIN. */
    public Answer sends(Customer to, String amount, String note) {
        var body = Map.of(
                "to", to.username, "amount", Money.ttk(amount), "note", note, "approval", approvesTransfer(to, amount));
        return browser.post("/api/wallet/transfers", body, UUID.randomUUID());
    }

    public Answer asksForMoney(Customer from, String amount) {
        return asksForMoney(from, amount, UUID.randomUUID());
    }

    public Answer asksForMoney(Customer from, String amount, UUID key) {
        var body = Map.of("from", from.username, "amount", Money.ttk(amount));
        return browser.post("/api/wallet/money-requests", body, key);
    }

    /** Pays what the other one asked for, with the PIN. */
    public Answer paysRequest(UUID id, Customer requester, String amount) {
        return browser.post(
                "/api/wallet/money-requests/%s/payment".formatted(id),
                Map.of("approval", approvesTransfer(requester, amount)),
                UUID.randomUUID());
    }

    /** @param proof the PIN that is typed, and perhaps a code of the authenticator */
    public Answer asksForTransferApproval(Map<String, String> proof, UUID payee, String amount) {
        var body = new HashMap<String, Object>(proof);
        body.put("operation", Map.of("type", "transfer", "payee", payee, "amount", Money.ttk(amount)));
        return browser.post("/api/approvals", body);
    }

    /** Asks for a new PIN with the password; the one from registration is void then. */
    public String getsNewPin() {
        return browser.post("/api/auth/pin", Map.of("password", PASSWORD), UUID.randomUUID())
                .expect(200)
                .body()
                .path("pin")
                .asString();
    }

    public String pin() {
        return pin;
    }

    /** What was handed out at registration, for the day when the password is forgotten. */
    public String recoveryCode() {
        return recoveryCode;
    }

    public List<Session> sessions() {
        var list = browser.get("/api/auth/sessions").expect(200);
        return Arrays.asList(Answer.read(list.body().path("data"), Session[].class));
    }

    public UUID id() {
        var me = browser.get("/api/auth/me").expect(200).body();
        return UUID.fromString(me.path("user").path("id").asString());
    }

    /** Approves the order with the PIN and pays it. */
    public Answer pays(Order order) {
        return paysWith(approves(order), order, UUID.randomUUID());
    }

    public Answer paysWith(String approval, Order order, UUID key) {
        return browser.post("/api/orders/%s/payment".formatted(order.id()), Map.of("approval", approval), key);
    }

    /** Approves the order, and presses the button without waiting for what comes of it. */
    public CompletableFuture<Answer> startsPaying(Order order) {
        var approval = approves(order);
        return CompletableFuture.supplyAsync(() -> paysWith(approval, order, UUID.randomUUID()), IN_THE_BACKGROUND);
    }

    /** Looks again and again until the order's payment is through, one way or the other. */
    public Order waitsFor(Order order, Duration atMost) {
        return await("the end of the payment of order " + order.id())
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> sees(order), seen -> !seen.isUnderWay());
    }
}
