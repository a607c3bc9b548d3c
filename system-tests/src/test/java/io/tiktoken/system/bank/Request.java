package io.tiktoken.system.bank;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request to wallet-service, which may be sent as often as one likes.
 *
 * @param key the Idempotency-Key; null for the commands that bear their id in the path
 * @param person whose token goes with it; null for order-service's
 */
record Request(
        String method,
        String path,
        @Nullable UUID key,
        @Nullable UUID person,
        String body) {

    /** The one question that anybody may ask. */
    static Request proof() {
        return new Request("GET", "/api/ledger/proof", null, null, "");
    }

    boolean needsToken() {
        return !method.equals("GET");
    }

    static Request transfer(Papers papers, UUID id, UUID from, UUID to, long amount, String note) {
        return new Request("POST", "/api/wallet/transfers", id, from, """
                {"to": "%s", "amount": {"amount": %d, "currency": "TTK"}, "note": "%s", "approval": "%s"}
                """.formatted(
                        Papers.usernameOf(to), amount, note, papers.transfer(id, from, to, amount)));
    }

    static Request topUp(UUID key, UUID owner, long amount, String card) {
        return new Request("POST", "/api/wallet/top-ups", key, owner, """
                {"amount": {"amount": %d, "currency": "SGD"}, "paymentMethod": "%s"}
                """.formatted(amount, card));
    }

    static Request reserve(Papers papers, Purchase purchase, int seconds) {
        var approval = papers.purchase(purchase.customer(), purchase.payee(), purchase.amount(), purchase.order());
        return command("/internal/reservations/" + purchase.id(), """
                {"customerId": "%s", "payeeId": "%s", "amount": {"amount": %d, "currency": "TTK"},
                 "orderId": "%s", "approval": "%s", "expiresInSeconds": %d}
                """.formatted(
                        purchase.customer(), purchase.payee(), purchase.amount(), purchase.order(), approval, seconds));
    }

    static Request commit(UUID reservation) {
        return command("/internal/reservations/%s/commit".formatted(reservation), "");
    }

    static Request release(UUID reservation) {
        return command("/internal/reservations/%s/release".formatted(reservation), "");
    }

    static Request refund(UUID id, UUID reservation, long amount) {
        return command("/internal/refunds/" + id, """
                {"reservationId": "%s", "amount": {"amount": %d, "currency": "TTK"}}
                """.formatted(reservation, amount));
    }

    private static Request command(String path, String body) {
        return new Request("PUT", path, null, null, body);
    }
}
