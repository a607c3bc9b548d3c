package io.tiktoken.gateway.guard;

import io.tiktoken.gateway.problem.Problem;
import java.util.concurrent.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks a service only once the whole body is here. So a body that is too large is refused before anything
 * happened, announced or not, and a client that trickles its bytes occupies no service meanwhile.
 */
@Component
@Order(GuardOrder.WHOLE_BODY)
class WholeBody implements WebFilter {

    private final DoorSettings settings;
    private final int largest;

    WholeBody(DoorSettings settings) {
        this.settings = settings;
        largest = Math.toIntExact(settings.largestBody().toBytes());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > largest) {
            return Mono.error(tooLarge().exception());
        }
        return hasBody(request)
                ? bodyOf(request).flatMap(body -> chain.filter(with(exchange, body)))
                : chain.filter(exchange);
    }

    private static boolean hasBody(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private Mono<byte[]> bodyOf(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), largest)
                .map(WholeBody::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(settings.wholeBodyWithin())
                .onErrorMap(
                        DataBufferLimitException.class, tooMuch -> tooLarge().exception())
                .onErrorMap(TimeoutException.class, tooSlow -> tooSlow().exception());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerWebExchange with(ServerWebExchange exchange, byte[] body) {
        var buffers = exchange.getResponse().bufferFactory();
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> Flux.just(buffers.wrap(body)));
            }
        };
        return exchange.mutate().request(request).build();
    }

    private Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "content_too_large",
                "A request may have at most %d bytes".formatted(largest));
    }

    private static Problem tooSlow() {
        return Problem.of(
                HttpStatus.REQUEST_TIMEOUT,
                "request_timeout",
                "The rest of the request did not arrive in time. Nothing was done");
    }
}
