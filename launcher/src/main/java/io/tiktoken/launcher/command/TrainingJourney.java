package io.tiktoken.launcher.command;

import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What people do all day, again and again, at the gateway of a shop that is open for training only: its services learn from
 * it which of their classes and methods are needed for that.
 */
final class TrainingJourney {

    private static final int PEOPLE_AT_ONCE = 4;
    private static final int WALKS = 24;
    private static final int PURCHASES_EACH = 4;
    private static final int TRANSFERS_EACH = 20;

    /** A lipstick, of which a new shop has the most, and about how many. */
    private static final String PRODUCT = "019a0000-0000-7000-8000-000000000004";

    private static final int ON_THE_SHELF = 44;
    private static final String ONE_CENT = "{\"amount\":1,\"currency\":\"TTK\"}";

    private final String shop;
    private final AtomicInteger left = new AtomicInteger(ON_THE_SHELF);

    TrainingJourney(Addresses addresses) {
        shop = "http://localhost:" + addresses.portOf(Service.GATEWAY);
    }

    /** A service that has hardly served anybody yet may refuse somebody, so it is enough that some walks succeed. */
    void walk() throws InterruptedException {
        try (var people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE)) {
            var walks = people.invokeAll(Collections.nCopies(WALKS, this::walkOnce));
            if (walks.stream().noneMatch(walk -> walk.state() == Future.State.SUCCESS)) {
                throw new Failure("Nobody could walk through it: "
                        + walks.getLast().exceptionNow().getMessage());
            }
        }
    }

    private Void walkOnce() throws InterruptedException {
        var visitor = new Visitor(shop);
        visitor.get("/");
        visitor.get("/api/products");
        var friend = newName();
        visitor.post("/api/auth/register", key(), credentials(friend));
        var credentials = credentials(newName());
        visitor.post("/api/auth/register", key(), credentials);
        var pin = visitor.field("pin");
        visitor.post("/api/auth/login", key(), credentials);
        visitor.get("/api/auth/me");
        topUp(visitor);
        for (var purchase = 0; purchase < PURCHASES_EACH; purchase++) {
            fillCart(visitor);
            buy(visitor, pin);
        }
        for (var transfer = 0; transfer < TRANSFERS_EACH; transfer++) {
            send(visitor, pin, friend);
        }
        lookBack(visitor);
        visitor.post("/api/auth/logout", key(), "{}");
        return null;
    }

    private static void topUp(Visitor visitor) throws InterruptedException {
        visitor.get("/api/fx/rates");
        visitor.post("/api/fx/quotes", key(), "{\"from\":{\"amount\":1000,\"currency\":\"USD\"}}");
        visitor.post(
                "/api/wallet/top-ups",
                key(),
                "{\"amount\":{\"amount\":50000,\"currency\":\"SGD\"},\"paymentMethod\":\"pm_card_visa\"}");
    }

    private static void fillCart(Visitor visitor) throws InterruptedException {
        visitor.get("/api/products/" + PRODUCT);
        visitor.get("/api/products/" + PRODUCT + "/image");
        visitor.put("/api/cart/items/" + PRODUCT, "{\"quantity\":1}");
        visitor.get("/api/cart");
    }

    private void buy(Visitor visitor, String pin) throws InterruptedException {
        visitor.post("/api/orders", key(), "{\"items\":[{\"productId\":\"%s\",\"quantity\":1}]}".formatted(PRODUCT));
        var order = visitor.field("id");
        var amount = visitor.object("total");
        var merchant = visitor.object("merchant").replaceFirst(".*\"id\":\"([^\"]*)\".*", "$1");
        approve(
                visitor,
                pin,
                "\"type\":\"purchase\",\"orderId\":\"%s\",\"payee\":\"%s\",\"amount\":%s"
                        .formatted(order, merchant, amount));
        var approval = "{\"approval\":\"%s\"}".formatted(visitor.field("approval"));
        if (left.getAndDecrement() > 0) {
            visitor.post("/api/orders/" + order + "/payment", key(), approval);
        } else {
            visitor.post("/api/orders/" + order + "/cancellation", key(), "{}");
        }
        visitor.get("/api/orders/" + order);
    }

    private static void send(Visitor visitor, String pin, String friend) throws InterruptedException {
        visitor.get("/api/users/" + friend);
        var to = visitor.field("id");
        approve(visitor, pin, "\"type\":\"transfer\",\"payee\":\"%s\",\"amount\":%s".formatted(to, ONE_CENT));
        visitor.post(
                "/api/wallet/transfers",
                key(),
                "{\"to\":\"%s\",\"amount\":%s,\"approval\":\"%s\"}"
                        .formatted(friend, ONE_CENT, visitor.field("approval")));
        visitor.get("/api/wallet");
    }

    private static void approve(Visitor visitor, String pin, String operation) throws InterruptedException {
        visitor.post("/api/approvals", key(), "{\"pin\":\"%s\",\"operation\":{%s}}".formatted(pin, operation));
    }

    private static void lookBack(Visitor visitor) throws InterruptedException {
        for (var path : List.of(
                "/api/orders",
                "/api/wallet",
                "/api/wallet/summary",
                "/api/wallet/statement?format=csv",
                "/api/ledger/proof",
                "/api/wallet/transactions")) {
            visitor.get(path);
        }
        visitor.get("/api/wallet/transactions/%s/proof".formatted(visitor.field("id")));
    }

    private static String newName() {
        return "walker-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static String credentials(String name) {
        return "{\"username\":\"%s\",\"password\":\"a-long-enough-passphrase\"}".formatted(name);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
