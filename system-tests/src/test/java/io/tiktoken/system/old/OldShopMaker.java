package io.tiktoken.system.old;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Product;
import io.tiktoken.system.customer.SecondFactor;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.Command;
import io.tiktoken.system.shop.OldShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import io.tiktoken.system.token.MachineClient;
import io.tiktoken.system.token.PersonTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Fills a shop with everything that its databases can hold, kills it in the middle of some of it, and writes down what is left.
 * No story: it is run by name to make a new set (see the README), and never by a build.
 */
class OldShopMaker {

    private static final Path FOLDER = Path.of(System.getProperty("old-shop.folder", "target/old-shop"));

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Map<String, Map<String, String>> people = new TreeMap<>();
    private final Map<String, Object> things = new LinkedHashMap<>();
    private final Views views = new Views();

    private Shop shop;
    private Visitor visitor;
    private Browser admin;
    private Browser dave;
    private Customer alice;
    private Customer henry;
    private Customer ivy;
    private String stockToken;
    private String fundsToken;

    @Test
    void leavesAnOldShopBehind() throws Exception {
        shop = Shop.open();
        visitor = new Visitor(shop);
        stockToken = MachineClient.orderServiceOf(shop).token(shop, "stock:reserve");
        fundsToken = MachineClient.orderServiceOf(shop).token(shop, "funds:reserve");
        anOrderExpires();
        everythingElseLastsLong();
        people();
        administrators();
        machines();
        money();
        orders();
        commands();
        everybodyLooks();
        leftInTheMiddle();
        OldShop.leave(shop, Map.of("people", people, "things", things, "views", views.seen()), FOLDER);
        shop.close();
    }

    private void anOrderExpires() throws InterruptedException {
        alice = Customer.registersWithMoney(shop, "alice", "150.00");
        remember("alice", alice, alice.pin());
        restart(Part.ORDER, Map.of("TIKTOKEN_ORDER_PRICESFIXED", "1s", "TIKTOKEN_ORDER_EXPIRYINTERVAL", "1s"));
        var order = alice.orders(visitor.finds("lipstick"), 1);
        await().atMost(A_WHILE).until(() -> alice.sees(order).status(), "EXPIRED"::equals);
    }

    /** What is open must be so still when the shop is opened again, however slow the machine is. */
    private void everythingElseLastsLong() throws InterruptedException {
        restart(Part.ORDER, Map.of("TIKTOKEN_ORDER_PRICESFIXED", "1h"));
        restart(Part.FX, Map.of("TIKTOKEN_FX_QUOTE_HOLDSFOR", "1h"));
        restart(Part.AUTH, Map.of("TIKTOKEN_KEPTANSWER_LIFETIME", "1h"));
    }

    private void restart(Part part, Map<String, String> settings) throws InterruptedException {
        shop.kill(part);
        shop.start(part, settings);
    }

    private void people() {
        henry = Customer.registersWithMoney(shop, "henry", "50.00");
        remember("henry", henry, henry.pin());
        var bob = Customer.registersWithMoney(shop, "bob", "10.00");
        remember("bob", bob, bob.pin());
        var wrong = bob.pin().equals("000000") ? "000001" : "000000";
        for (var tries = 0; tries < 5; tries++) {
            bob.asksForTransferApproval(Map.of("pin", wrong), alice.id(), "1.00");
        }
        bob.asksForTransferApproval(Map.of("pin", bob.pin()), alice.id(), "1.00")
                .expectProblem(423, "pin_locked");

        var erin = Customer.registersWithMoney(shop, "erin", "20.00");
        erin.browser().put("/api/auth/me", Map.of("displayName", "Élodie Ng")).expect(200);
        var phone = SecondFactor.enrol(erin.browser());
        var renewal = Map.of("password", erin.credentials().password(), "otp", phone.nextCode());
        var pin = erin.browser()
                .post("/api/auth/pin", renewal)
                .expect(200)
                .body()
                .path("pin")
                .asString();
        remember("erin", erin, pin);
        people.get("erin").put("secret", phone.secret());
        people.get("erin").put("recoveryCode", phone.recoveryCodes().getFirst());
        people.get("erin").put("deadPin", erin.pin());

        // Her answer got lost, and she will ask again.
        var gina = Map.of("username", "gina-tan", "password", "a-long-enough-passphrase");
        var key = UUID.randomUUID();
        var registered = new Browser(shop)
                .post("/api/auth/register", gina, key)
                .expect(201)
                .body();
        things.put("registrationKey", key);
        things.put("registration", gina);
        things.put("registrationPin", registered.path("pin").asString());
    }

    private void administrators() {
        var first = Administrator.of(shop);
        admin = first.browser();
        people.put(
                "admin",
                new TreeMap<>(Map.of(
                        "username", first.credentials().username(),
                        "password", first.credentials().password(),
                        "secret", first.phone().secret())));
        var bookedAlone = adjust(alice, "5.00").expect(201).body();
        assertThat(bookedAlone.path("alone").asBoolean()).isTrue();

        var second = Customer.registers(shop, "dave");
        roles(second.id(), "CUSTOMER", "ADMIN").expect(200);
        second.logsIn();
        dave = second.browser();
        var phone = SecondFactor.enrol(dave);
        remember("dave", second, second.pin());
        people.get("dave").put("secret", phone.secret());

        suspendsCarolAndFreezesFrank();
        decisions();
        var booked = adjust(alice, "-2.00").expect(202).body().path("id").asString();
        dave.post("/api/admin/adjustments/%s/confirmation".formatted(booked), Map.of(), UUID.randomUUID())
                .expect(200);
        answer("adjustments", adjust(alice, "1.00"), dave);
        answer("adjustments", adjust(alice, "1.50"), admin);
        things.put("pendingAdjustment", idOf(adjust(henry, "-3.00").expect(202)));
        admin.post("/api/admin/keys/rotation", Map.of()).expect(201);
    }

    private void suspendsCarolAndFreezesFrank() {
        var carol = Customer.registersWithMoney(shop, "carol", "10.00");
        remember("carol", carol, carol.pin());
        admin.put("/api/admin/users/%s/suspension".formatted(carol.id()), Map.of("reason", "lost her phone"))
                .expect(200);
        var frank = Customer.registersWithMoney(shop, "frank", "10.00");
        remember("frank", frank, frank.pin());
        freeze(admin, people.get("frank").get("id")).expect(200);
    }

    private void decisions() {
        var removal =
                "/api/admin/users/%s/totp-removal".formatted(people.get("erin").get("id"));
        answer("decisions", admin.post(removal, Map.of("reason", "lost her phone")), dave);
        answer("decisions", admin.post(removal, Map.of("reason", "lost her phone again")), admin);
        things.put(
                "pendingDecision",
                idOf(roles(UUID.fromString(people.get("henry").get("id")), "CUSTOMER", "ADMIN")
                        .expect(202)));
    }

    private void machines() {
        var merchant = Administrator.of(shop).letsIn("merchant");
        var second = admin.post("/api/admin/clients/%s/secrets".formatted(merchant.id()), Map.of())
                .expect(201)
                .body();
        var kiosk = Administrator.of(shop).letsIn("kiosk");
        var disabled = Administrator.of(shop).letsIn("merchant");
        admin.put("/api/admin/clients/%s/disablement".formatted(disabled.id()), Map.of("reason", "out of business"))
                .expect(200);
        merchant.token(shop, "orders:create");
        things.put("merchant", merchant);
        things.put("merchantsSecondSecret", second.path("secret").asString());
        things.put("kiosk", kiosk);
        things.put("disabledMerchant", disabled);
    }

    private void money() {
        alice.sends(henry, "1.50", "Café 午餐").expect(201);
        var transfer = Map.of(
                "to", henry.credentials().username(),
                "amount", ttk("2.50"),
                "note", "Grüße",
                "approval", alice.approvesTransfer(henry, "2.50"));
        keyed("transfer", alice, "/api/wallet/transfers", transfer);
        keyed(
                "topUp",
                alice,
                "/api/wallet/top-ups",
                Map.of("amount", Money.sgd("7.00"), "paymentMethod", "pm_card_mastercard"));

        var fifty = new Money(50_00, "USD");
        var used = idOf(
                alice.browser().post("/api/fx/quotes", Map.of("from", fifty)).expect(201));
        topUp(fifty, "pm_card_chargeDeclined", used).expectProblem(402, "card_declined");
        topUp(fifty, "pm_card_visa", used).expect(201);
        things.put(
                "openQuote",
                idOf(henry.browser()
                        .post("/api/fx/quotes", Map.of("from", fifty))
                        .expect(201)));

        for (var answered : List.of("OPEN", "PAID", "REFUSED", "WITHDRAWN")) {
            var id = UUID.fromString(idOf(alice.asksForMoney(henry, "4.00").expect(201)));
            switch (answered) {
                case "PAID" -> henry.paysRequest(id, alice, "4.00").expect(201);
                case "REFUSED" -> refuse(henry, id);
                case "WITHDRAWN" -> refuse(alice, id);
                default -> things.put("openRequest", id);
            }
        }
    }

    private void orders() {
        var lipstick = visitor.finds("lipstick");
        var cardigan = visitor.finds("cardigan");
        alice.putsInCart(lipstick, 2);
        alice.putsInCart(cardigan, 1);
        alice.pays(alice.orders()).expect(200);
        alice.putsInCart(cardigan, 2);
        var item = Map.of("productId", lipstick.id(), "quantity", 1);
        var placed = keyed("order", alice, "/api/orders", Map.of("items", List.of(item)));
        alice.browser()
                .post("/api/orders/%s/cancellation".formatted(placed), Map.of())
                .expect(200);

        ivy = Customer.registersWithMoney(shop, "ivy", "1.00");
        remember("ivy", ivy, ivy.pin());
        ivy.putsInCart(cardigan, 1);
        ivy.pays(ivy.orders(lipstick, 1)).expectProblem(402, "insufficient_funds");
    }

    /** What order-service tells the two that reserve, in every way that it can end. */
    private void commands() {
        var lipstick = visitor.finds("lipstick");
        var order = alice.orders(lipstick, 1);
        var ids = new TreeMap<String, UUID>();
        for (var state : List.of("COMMITTED", "RELEASED", "EXPIRED", "TOMBSTONE")) {
            var id = UUID.randomUUID();
            ids.put(state, id);
            var seconds = state.equals("EXPIRED") ? 1 : 900;
            if (!state.equals("TOMBSTONE")) {
                tell(Part.WALLET, "reservations/" + id, funds(alice, order, seconds))
                        .expect(200);
                tell(Part.CATALOG, "reservations/" + id, stock(lipstick, 1, seconds))
                        .expect(200);
            }
            var command = switch (state) {
                case "COMMITTED" -> "/commit";
                case "RELEASED", "TOMBSTONE" -> "/release";
                default -> "";
            };
            if (!command.isEmpty()) {
                tell(Part.WALLET, "reservations/" + id + command, Map.of()).expect(200);
                tell(Part.CATALOG, "reservations/" + id + command, Map.of()).expect(200);
            }
        }
        var refused = UUID.randomUUID();
        ids.put("REFUSED", refused);
        tell(Part.WALLET, "reservations/" + refused, funds(ivy, ivy.orders(lipstick, 1), 60))
                .expectProblem(402, "insufficient_funds");
        tell(Part.CATALOG, "reservations/" + refused, stock(lipstick, 99, 60)).expectProblem(409, "out_of_stock");

        var refund = UUID.randomUUID();
        var refunded = Map.of("reservationId", ids.get("COMMITTED"), "amount", ttk("1.00"));
        tell(Part.WALLET, "refunds/" + refund, refunded).expect(200);
        var returned = Map.of(
                "reservationId", ids.get("COMMITTED"),
                "lines", List.of(Map.of("productId", lipstick.id(), "quantity", 1)));
        tell(Part.CATALOG, "returns/" + refund, returned).expect(200);
        things.put("reservations", ids);
        things.put("refund", Map.of("id", refund, "body", refunded));
        things.put("return", Map.of("id", refund, "body", returned));
        alice.browser()
                .post("/api/orders/%s/cancellation".formatted(order.id()), Map.of())
                .expect(200);
        await().atMost(A_WHILE).until(() -> alice.wallet().reserved(), ttk("0.00")::equals);
        await().atMost(A_WHILE)
                .until(() -> visitor.countsAvailable(lipstick), Long.valueOf(lipstick.available())::equals);
    }

    private void everybodyLooks() {
        await().atMost(A_WHILE)
                .until(() -> admin.get("/api/admin/audit?kind=ADJUSTMENT_WITHDRAWN")
                                .body()
                                .path("data")
                                .size()
                        == 1);
        var days = "from=%s&to=%s"
                .formatted(LocalDate.now().minusDays(1), LocalDate.now().plusDays(1));
        for (var path : List.of(
                "/api/auth/me",
                "/api/wallet",
                "/api/wallet/transactions?limit=100",
                "/api/wallet/transactions?q=CAFE",
                "/api/wallet/transactions?q=%E5%8D%88%E9%A4%90",
                "/api/wallet/statement?format=csv&" + days,
                "/api/wallet/money-requests?limit=100",
                "/api/cart",
                "/api/orders?limit=100",
                "/api/fx/rates")) {
            views.remember("alice", alice.browser(), path);
        }
        for (var path : List.of(
                "/api/admin/users?limit=100",
                "/api/admin/users?q=%C3%A9lodie",
                "/api/admin/users?suspended=true",
                "/api/admin/users/" + people.get("bob").get("id"),
                "/api/admin/clients?limit=100",
                "/api/admin/decisions?limit=100",
                "/api/admin/adjustments?limit=100",
                "/api/admin/wallets?frozen=true",
                "/api/admin/wallets/" + people.get("frank").get("id"),
                "/api/admin/wallets/%s/transactions"
                        .formatted(people.get("henry").get("id")),
                "/api/admin/audit?limit=100&kind=LOGIN_SUCCEEDED&actor="
                        + people.get("alice").get("id"),
                "/api/admin/audit?limit=100&subject=" + people.get("erin").get("id"))) {
            views.remember("admin", admin, path);
        }
        views.remember("visitor", visitor.browser(), "/api/products?limit=100");
        things.put("anchoredHeight", anchoredHeight());
        things.put("lipsticks", visitor.countsAvailable(visitor.finds("lipstick")));
    }

    /** Two payments are under way, a reservation is open, and the audit was not told everything, when all ends. */
    private void leftInTheMiddle() throws InterruptedException {
        var lipstick = visitor.finds("lipstick");
        var nora = Customer.registersWithMoney(shop, "nora", "50.00");
        remember("nora", nora, nora.pin());
        nora.putsInCart(visitor.finds("cardigan"), 1);
        things.put("awaiting", nora.orders(lipstick, 1).id());
        var leo = Customer.registersWithMoney(shop, "leo", "10.00");
        remember("leo", leo, leo.pin());
        var open = UUID.randomUUID();
        tell(Part.WALLET, "reservations/" + open, funds(leo, leo.orders(lipstick, 1), 3600))
                .expect(200);
        things.put("openReservation", open);
        var mia = Customer.registers(shop, "mia");
        remember("mia", mia, mia.pin());
        var token = new PersonTokens(shop).of(admin);

        things.put("decidedOrder", startsPaying("jack", Part.CATALOG, Command.COMMIT));
        things.put("undecidedOrder", startsPaying("kate", Part.WALLET, Command.RESERVE));
        shop.kill(Part.AUTH);
        new Line()
                .send(to(
                                Part.WALLET,
                                "/api/admin/wallets/%s/freeze"
                                        .formatted(people.get("mia").get("id")),
                                token)
                        .PUT(body(Map.of("direction", "OUT", "reason", "an enquiry"))))
                .expect(200);
    }

    private UUID startsPaying(String name, Part neighbour, Command stopped) throws InterruptedException {
        var customer = Customer.registersWithMoney(shop, name, "10.00");
        remember(name, customer, customer.pin());
        var order = customer.orders(visitor.finds("lipstick"), 1);
        var held = shop.wireTo(neighbour).hold(stopped);
        customer.startsPaying(order);
        held.awaitStrike();
        return order.id();
    }

    private void remember(String name, Customer customer, String pin) {
        people.put(
                name,
                new TreeMap<>(Map.of(
                        "id", customer.id().toString(),
                        "username", customer.credentials().username(),
                        "password", customer.credentials().password(),
                        "pin", pin,
                        "session", customer.browser().session())));
    }

    /** Asks for something with a key, and remembers all that is needed to ask again. */
    private String keyed(String what, Customer customer, String path, Map<String, ?> body) {
        var key = UUID.randomUUID();
        var id = idOf(customer.browser().post(path, body, key).expect(201));
        things.put(what, Map.of("key", key, "path", path, "body", body, "id", id));
        return id;
    }

    private Answer topUp(Money amount, String paymentMethod, String quote) {
        var body = Map.of("amount", amount, "paymentMethod", paymentMethod, "quoteId", quote);
        return alice.browser().post("/api/wallet/top-ups", body, UUID.randomUUID());
    }

    private static void refuse(Customer by, UUID request) {
        by.browser()
                .post("/api/wallet/money-requests/%s/refusal".formatted(request), Map.of())
                .expect(200);
    }

    private Answer roles(UUID person, String... roles) {
        return admin.put("/api/admin/users/%s/roles".formatted(person), Map.of("roles", List.of(roles)));
    }

    private Answer adjust(Customer customer, String amount) {
        var body = Map.of("amount", ttk(amount), "reason", "paid twice");
        return admin.post("/api/admin/wallets/%s/adjustments".formatted(customer.id()), body, UUID.randomUUID());
    }

    private static Answer freeze(Browser by, String owner) {
        return by.put(
                "/api/admin/wallets/%s/freeze".formatted(owner),
                Map.of("direction", "BOTH", "reason", "a stolen phone"));
    }

    private static void answer(String kind, Answer asked, Browser by) {
        by.post("/api/admin/%s/%s/refusal".formatted(kind, idOf(asked.expect(202))), Map.of())
                .expect(200);
    }

    private static Map<String, Object> funds(Customer customer, Order order, int seconds) {
        return Map.of(
                "customerId", customer.id(),
                "payeeId", order.merchant().id(),
                "amount", order.total(),
                "orderId", order.id(),
                "approval", customer.approves(order),
                "expiresInSeconds", seconds);
    }

    private static Map<String, Object> stock(Product product, int quantity, int seconds) {
        var line = Map.of("productId", product.id(), "quantity", quantity);
        return Map.of("lines", List.of(line), "expiresInSeconds", seconds);
    }

    private Answer tell(Part part, String what, Map<String, ?> body) {
        var token = part == Part.WALLET ? fundsToken : stockToken;
        return new Line().send(to(part, "/internal/" + what, token).PUT(body(body)));
    }

    private HttpRequest.Builder to(Part part, String path, String token) {
        return HttpRequest.newBuilder(shop.urlOf(part).resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> body) {
        return BodyPublishers.ofString(Answer.json(body));
    }

    private long anchoredHeight() {
        return await().atMost(A_WHILE)
                .until(
                        () -> visitor.browser()
                                .get("/api/ledger/proof")
                                .body()
                                .path("anchoredHeight")
                                .asLong(),
                        height -> height > 0);
    }

    private static String idOf(Answer answer) {
        return answer.body().path("id").asString();
    }
}
