package io.tiktoken.gateway.page;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** The addresses that people type. */
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    RouterFunction<ServerResponse> addresses(ImportMap imports) {
        return RouterFunctions.route(at("/"), new Page("home.html", imports)::show)
                .andRoute(at(ContentPolicy.DOCUMENTS), new Page("docs.html", imports)::show)
                .andRoute(
                        RequestPredicates.path("/").or(RequestPredicates.path(ContentPolicy.DOCUMENTS)), Pages::refuse);
    }

    private static RequestPredicate at(String path) {
        return RequestPredicates.methods(READING.toArray(HttpMethod[]::new)).and(RequestPredicates.path(path));
    }

    private static Mono<ServerResponse> refuse(ServerRequest request) {
        return Mono.error(new MethodNotAllowedException(request.method(), READING));
    }
}
