package io.tiktoken.gateway.limit;

import static io.tiktoken.gateway.visit.Endpoint.changing;
import static io.tiktoken.gateway.visit.Endpoint.post;
import static io.tiktoken.gateway.visit.Endpoint.reading;

import io.tiktoken.gateway.visit.Endpoint;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What is counted apart. */
enum RouteClass {
    REGISTRATION,
    LOGIN,
    RECOVERY,
    TOKEN,
    /** Requests of nobody who could be recognised. */
    STRANGERS,
    /** All requests from one address, whoever makes them. */
    EVERYTHING,
    APPROVALS,
    LOOKUP,
    MONEY,
    READS,
    /** Everything that a merchant's or a kiosk's machine asks. */
    MACHINES;

    /** What can be asked before anybody is recognised, and invites guessing or hoarding. */
    private static final List<Row> BY_ADDRESS = List.of(
            new Row(post("/api/auth/register"), REGISTRATION),
            new Row(post("/api/auth/login"), LOGIN),
            new Row(post("/api/auth/recovery"), RECOVERY),
            new Row(post("/oauth2/token"), TOKEN));

    private static final List<Row> BY_USER = List.of(
            new Row(post("/api/approvals"), APPROVALS),
            new Row(post("/api/auth/pin"), APPROVALS),
            new Row(changing("/api/auth/password"), APPROVALS),
            new Row(changing("/api/auth/totp/**"), APPROVALS),
            new Row(reading("/api/users/*"), LOOKUP),
            new Row(changing("/api/wallet/**"), MONEY),
            new Row(changing("/api/orders/**"), MONEY),
            new Row(changing("/api/fx/**"), MONEY),
            new Row(changing("/api/admin/wallets/**"), MONEY),
            new Row(changing("/api/admin/adjustments/**"), MONEY),
            new Row(changing("/api/admin/decisions/**"), MONEY),
            new Row(changing("/api/admin/orders/**"), MONEY));

    static Optional<RouteClass> byAddress(ServerHttpRequest request) {
        return first(BY_ADDRESS, request);
    }

    static RouteClass byUser(ServerHttpRequest request) {
        return first(BY_USER, request).orElse(READS);
    }

    private static Optional<RouteClass> first(List<Row> rows, ServerHttpRequest request) {
        return rows.stream()
                .filter(row -> row.endpoint().isAskedBy(request))
                .map(Row::routeClass)
                .findFirst();
    }

    private record Row(Endpoint endpoint, RouteClass routeClass) {}
}
