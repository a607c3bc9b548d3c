package io.tiktoken.gateway.page;

import io.tiktoken.defaults.crypto.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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
class PageConfiguration {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    RouterFunction<ServerResponse> addresses(ImportMap imports) {
        return RouterFunctions.route(at("/"), new Page("home.html", imports)::show)
                .andRoute(at(ContentPolicy.DOCUMENTS), new Page("docs.html", imports)::show)
                .andRoute(
                        RequestPredicates.path("/").or(RequestPredicates.path(ContentPolicy.DOCUMENTS)),
                        PageConfiguration::refuse);
    }

    private static RequestPredicate at(String path) {
        return RequestPredicates.methods(READING.toArray(HttpMethod[]::new)).and(RequestPredicates.path(path));
    }

    private static Mono<ServerResponse> refuse(ServerRequest request) {
        return Mono.error(new MethodNotAllowedException(request.method(), READING));
    }

    /** One page, complete and with its fingerprint from the start. */
    private static final class Page {

        private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

        private final byte[] html;
        private final String etag;

        /** @param file has {@code {{import-map}}} and {@code {{swagger-ui}}} where these belong */
        Page(String file, ImportMap imports) {
            html = read(file)
                    .replace("{{import-map}}", imports.json())
                    .replace("{{swagger-ui}}", Libraries.folderOf("swagger-ui"))
                    .getBytes(StandardCharsets.UTF_8);
            etag = Sha256.of(html).base64();
        }

        private static String read(String file) {
            try {
                return new ClassPathResource("page/" + file).getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The page " + file + " is not packaged", e);
            }
        }

        Mono<ServerResponse> show(ServerRequest request) {
            return request.checkNotModified(etag)
                    .switchIfEmpty(ServerResponse.ok()
                            .contentType(HTML)
                            .cacheControl(CacheControl.noCache())
                            .eTag(etag)
                            .bodyValue(html));
        }
    }
}
