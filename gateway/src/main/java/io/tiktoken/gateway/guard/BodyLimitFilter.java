package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
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
import reactor.netty.Connection;

/**
 * Asks a service only once the whole body is here. So a body that is too large is refused before anything
 * happened, announced or not, and a client that trickles its bytes occupies no service meanwhile. What is held here
 * at once is bounded by {@link BodyBudget}.
 */
@Component
@Order(GuardOrder.BODY_LIMIT)
class BodyLimitFilter implements WebFilter {

    private static final int FIRST_ROOM = 4 * 1024;

    private final DoorSettings settings;
    private final BodyBudget held;
    private final ClientAddress clients;

    BodyLimitFilter(DoorSettings settings, BodyBudget held, ClientAddress clients) {
        this.settings = settings;
        this.held = held;
        this.clients = clients;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        // The same for every path so far; the room that is kept follows from it, so it may differ from path to path.
        var largest = settings.largestBody().toBytes();
        var announced = request.getHeaders().getContentLength();
        if (announced > largest) {
            return Mono.error(tooLarge(largest).exception());
        }
        if (!hasBody(request)) {
            return chain.filter(exchange);
        }
        // A body that does not say how long it is may become the largest.
        var room = announced >= 0 ? announced : largest;
        var address = clients.networkOf(request);
        return Mono.defer(() -> {
            var refusal = held.keep(address, room);
            return refusal != null
                    ? Mono.error(refusal.exception())
                    : bodyOf(exchange, room, largest)
                            .flatMap(body -> chain.filter(with(exchange, body)))
                            .doFinally(end -> held.giveBack(address, room));
        });
    }

    private static boolean hasBody(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private Mono<byte[]> bodyOf(ServerWebExchange exchange, long expected, long largest) {
        var request = exchange.getRequest();
        return request.getBody()
                .collect(() -> new LimitedOutputStream(expected, largest), LimitedOutputStream::add)
                // A buffer may be on its way while the time runs out or the client goes away.
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .timeout(settings.wholeBodyWithin())
                .onErrorMap(TimeoutException.class, tooSlow -> tooSlow().exception())
                .flatMap(body -> endedBroken(request) ? Mono.error(broken(exchange)) : Mono.just(body.toByteArray()));
    }

    /** Reactor Netty's own request is the connection as well. */
    private static boolean endedBroken(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof Connection connection
                && PlainHttpHandler.bodyBroke(connection.channel());
    }

    private static Throwable broken(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        return PlainHttp.malformed("The request's body is not what its headers announce")
                .exception();
    }

    /**
     * Takes the bytes out of each buffer as it comes. Kept until the end, a buffer for every single byte that a client
     * sends would take a hundred times the room that was kept for them.
     */
    private static final class LimitedOutputStream extends ByteArrayOutputStream {

        private final long largest;

        LimitedOutputStream(long expected, long largest) {
            super(Math.toIntExact(Math.min(expected, FIRST_ROOM)));
            this.largest = largest;
        }

        void add(DataBuffer buffer) {
            if (size() + buffer.readableByteCount() > largest) {
                throw tooLarge(largest).exception(); // The buffer is then discarded, and so released.
            }
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            writeBytes(bytes);
        }
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

    private static Problem tooLarge(long largest) {
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
