package io.tiktoken.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One page, complete and with its fingerprint from the start. */
final class Page {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final byte[] html;
    private final String etag;

    /** @param file has {@code {{import-map}}} and {@code {{swagger-ui}}} where these belong */
    Page(String file, ImportMap imports) {
        html = read(file)
                .replace("{{import-map}}", imports.json())
                .replace("{{swagger-ui}}", Libraries.folderOf("swagger-ui"))
                .getBytes(StandardCharsets.UTF_8);
        etag = Digests.base64(html);
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return request.checkNotModified(etag)
                .switchIfEmpty(ServerResponse.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.noCache())
                        .eTag(etag)
                        .bodyValue(html));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("page/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " is not packaged", e);
        }
    }
}
