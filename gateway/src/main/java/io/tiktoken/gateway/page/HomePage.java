package io.tiktoken.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page that people see first. */
@Configuration(proxyBeanMethods = false)
class HomePage {

    private static final String PLACE_OF_THE_IMPORT_MAP = "{{import-map}}";

    private final byte[] html;
    private final String etag;

    HomePage(@Value("classpath:page/home.html") Resource template, ImportMap imports) {
        html = read(template).replace(PLACE_OF_THE_IMPORT_MAP, imports.json()).getBytes(StandardCharsets.UTF_8);
        etag = Digests.base64(html);
    }

    @Bean
    RouterFunction<ServerResponse> home() {
        return RouterFunctions.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path("/")),
                this::show);
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return request.checkNotModified(etag)
                .switchIfEmpty(ServerResponse.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noCache())
                        .eTag(etag)
                        .bodyValue(html));
    }

    private static String read(Resource template) {
        try {
            return template.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The home page is not packaged", e);
        }
    }
}
