package io.tiktoken.system.speed;

import io.tiktoken.system.speed.Connection.Answer;
import java.io.IOException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registered person with money, on one connection to the gateway. Not for two threads. */
final class Customer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "a-long-enough-passphrase";

    /** An earring, which costs 2.49 TTK. */
    private static final String PRODUCT = "019a0000-0000-7000-8000-000000000001";

    private static final String DEPOSIT = """
            {"amount":{"amount":100000,"currency":"SGD"},"paymentMethod":"pm_card_visa"}""";
    private static final int DEPOSITS = 20;

    private final Connection connection;
    private final String username;
    private final String pin;
    private String session = "";
    private String id = "";

    private Customer(Connection connection, String username, String pin) {
        this.connection = connection;
        this.username = username;
        this.pin = pin;
    }

    /** Registers somebody, logs them in and gives them 20,000.00 TTK, less the fees. */
    static Customer registers(int port, String username) throws IOException {
        var connection = new Connection(port);
        var registered = expect(201, connection.send("POST", "/api/auth/register", key(), credentials(username)));
        var customer = new Customer(connection, username, registered.path("pin").asString());
        customer.logsIn();
        customer.id = customer.get("/api/auth/me").path("user").path("id").asString();
        for (var deposit = 0; deposit < DEPOSITS; deposit++) {
            customer.post(201, "/api/wallet/top-ups", DEPOSIT);
        }
        return customer;
    }

    void logsIn() throws IOException {
        var answer = connection.send("POST", "/api/auth/login", "", credentials(username));
        expect(200, answer);
        session = "Cookie: " + answer.cookie() + "\r\n";
    }

    void looksAround() throws IOException {
        get("/api/products");
    }

    void looksAtProduct() throws IOException {
        get("/api/products/" + PRODUCT);
    }

    JsonNode orders() throws IOException {
        return post(201, "/api/orders", """
                {"items":[{"productId":"%s","quantity":1}]}""".formatted(PRODUCT));
    }

    String approvesPurchase(JsonNode order) throws IOException {
        return approves("""
                "type":"purchase","payee":"%s","amount":%s,"orderId":"%s\"""".formatted(
                        order.path("merchant").path("id").asString(),
                        order.path("total"),
                        order.path("id").asString()));
    }

    void pays(JsonNode order, String approval) throws IOException {
        post(200, "/api/orders/%s/payment".formatted(order.path("id").asString()), """
                {"approval":"%s"}""".formatted(approval));
    }

    String approvesTransfer(Customer to) throws IOException {
        return approves("""
                "type":"transfer","payee":"%s","amount":{"amount":1,"currency":"TTK"}""".formatted(to.id));
    }

    void sends(Customer to, String approval) throws IOException {
        post(201, "/api/wallet/transfers", """
                {"to":"%s","amount":{"amount":1,"currency":"TTK"},"approval":"%s"}""".formatted(to.username, approval));
    }

    private String approves(String operation) throws IOException {
        var body = """
                {"pin":"%s","operation":{%s}}""".formatted(pin, operation);
        return post(201, "/api/approvals", body).path("approval").asString();
    }

    private JsonNode get(String path) throws IOException {
        return expect(200, connection.send("GET", path, session, ""));
    }

    private JsonNode post(int status, String path, String body) throws IOException {
        return expect(status, connection.send("POST", path, session + key(), body));
    }

    private static String key() {
        return "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    }

    private static String credentials(String username) {
        return """
                {"username":"%s","password":"%s"}""".formatted(username, PASSWORD);
    }

    private static JsonNode expect(int status, Answer answer) throws Refused {
        if (answer.status() != status) {
            throw new Refused("%d %s".formatted(answer.status(), codeIn(answer.body())));
        }
        return JSON.readTree(answer.body());
    }

    private static String codeIn(String body) {
        return body.startsWith("{") ? JSON.readTree(body).path("code").asString("") : "";
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
