package io.tiktoken.gateway.route;

import io.tiktoken.gateway.limit.CallerLimitFilter;
import io.tiktoken.gateway.session.SessionFilter;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which path leads to which service. What is not listed does not exist, {@code /internal} and
 * {@code /actuator} above all.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    private final SessionFilter session;
    private final CallerLimitFilter limits;
    private final UnansweredFilter unanswered;

    RouteConfiguration(SessionFilter session, CallerLimitFilter limits, UnansweredFilter unanswered) {
        this.session = session;
        this.limits = limits;
        this.unanswered = unanswered;
    }

    @Bean
    RouteLocator paths(RouteLocatorBuilder routes, NeighbourSettings neighbours) {
        var auth = new Service("auth-service", neighbours.auth());
        var catalog = new Service("catalog-service", neighbours.catalog());
        var wallet = new Service("wallet-service", neighbours.wallet());
        var order = new Service("order-service", neighbours.order());
        var fx = new Service("fx-service", neighbours.fx());
        return routes.routes()
                .route("auth", forPeople(auth, "/api/auth/**", "/api/users/**", "/api/approvals"))
                .route(
                        "tokens",
                        forAnyone(auth, "/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server"))
                .route("catalog", forAnyone(catalog, "/api/products/**"))
                .route("proof", forAnyone(wallet, "/api/ledger/proof"))
                .route("wallet", forPeople(wallet, "/api/wallet/**", "/api/ledger/**", "/api/kiosk/**"))
                .route("fx", forPeople(fx, "/api/fx/**"))
                .route(
                        "order",
                        forPeople(order, "/api/cart/**", "/api/orders/**", "/api/notifications/**", "/api/merchant/**"))
                .route("auth-admin", forPeople(auth, admin("users", "audit", "clients", "keys", "decisions")))
                .route("catalog-admin", forPeople(catalog, admin("products")))
                .route("wallet-admin", forPeople(wallet, admin("wallets", "adjustments", "ledger", "kiosks")))
                .route("order-admin", forPeople(order, admin("orders")))
                .route("auth-docs", documents(auth, "/api-docs/auth"))
                .route("catalog-docs", documents(catalog, "/api-docs/catalog"))
                .route("wallet-docs", documents(wallet, "/api-docs/wallet"))
                .route("order-docs", documents(order, "/api-docs/order"))
                .route("fx-docs", documents(fx, "/api-docs/fx"))
                .build();
    }

    private static String[] admin(String... things) {
        return Arrays.stream(things).map("/api/admin/%s/**"::formatted).toArray(String[]::new);
    }

    /** Swaps the session for a token; without a session the service decides what a stranger may do. */
    private Function<PredicateSpec, Buildable<Route>> forPeople(Service service, String... paths) {
        return route -> route.path(paths)
                .filters(filters -> filters.filter(session)
                        .filter(limits)
                        .filter(unanswered)
                        .circuitBreaker(breaker -> breaker.setName(service.name())))
                .uri(service.url());
    }

    /** Does not need to know who asks, so it works even while nobody can be recognised. */
    private Function<PredicateSpec, Buildable<Route>> forAnyone(Service service, String... paths) {
        return route -> route.path(paths)
                .filters(filters -> filters.filter(limits)
                        .filter(unanswered)
                        .circuitBreaker(breaker -> breaker.setName(service.name())))
                .uri(service.url());
    }

    /** The service's own description of its API. */
    private Function<PredicateSpec, Buildable<Route>> documents(Service service, String path) {
        return route -> route.path(path)
                .filters(filters -> filters.filter(limits)
                        .setPath("/v3/api-docs")
                        .filter(unanswered)
                        .circuitBreaker(breaker -> breaker.setName(service.name())))
                .uri(service.url());
    }

    private record Service(String name, URI url) {}
}
