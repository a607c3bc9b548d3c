package io.tiktoken.gateway.guard;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.runtime.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * What may come in at all: HTTP/1.1 or 1.0 (RFC 9112) with a method that is somebody's, one host, a target in UTF-8 and
 * a length that has one meaning. Whatever stands behind can rely on it, and no client's invention reaches a metric.
 */
final class PlainHttp {

    /** TRACE would repeat a request's headers, CONNECT would make a proxy of us. */
    static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final Set<String> KNOWN_BUT_NOT_HERE = Set.of("TRACE", "CONNECT");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    private PlainHttp() {}

    /** Why a request is refused; nothing for one that is plain. */
    static @Nullable Problem refusalOf(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return unreadable(request.decoderResult().cause());
        }
        var version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return Problem.of(
                    HttpStatus.HTTP_VERSION_NOT_SUPPORTED,
                    "http_version_not_supported",
                    "Only HTTP/1.1 and HTTP/1.0 are spoken here");
        }
        var method = request.method().name();
        if (KNOWN_BUT_NOT_HERE.contains(method)) {
            return Problem.of(HttpStatus.METHOD_NOT_ALLOWED);
        }
        if (!METHODS.contains(HttpMethod.valueOf(method))) {
            return Problem.of(HttpStatus.NOT_IMPLEMENTED, "not_implemented", "No part of the shop knows this method");
        }
        return ofTheRest(request);
    }

    private static @Nullable Problem ofTheRest(HttpRequest request) {
        if (!isTarget(request.uri())) {
            return malformed("The address is not percent-encoded UTF-8, or has characters that an address cannot have");
        }
        if (!hasOneHost(request)) {
            return malformed("The request must name its host, once");
        }
        if (!hasPlainLength(request)) {
            return malformed("The only transfer encoding that is understood here is 'chunked', in HTTP/1.1");
        }
        return asksForAnotherProtocol(request.headers())
                ? Problem.of(HttpStatus.BAD_REQUEST, "upgrade_refused", "No protocol but HTTP is spoken here")
                : null;
    }

    private static Problem unreadable(Throwable reason) {
        return switch (reason) {
            case TooLongHttpLineException line ->
                Problem.of(HttpStatus.URI_TOO_LONG, "uri_too_long", "The address is longer than any that exists here");
            case TooLongHttpHeaderException headers ->
                Problem.of(
                        HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                        "headers_too_large",
                        "The headers are larger than any honest request's");
            default -> malformed("The request is not HTTP as it is written in RFC 9112");
        };
    }

    static Problem malformed(String sentence) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed_request", sentence);
    }

    /** Judged as the server will read it: what it cannot make an address of, it would refuse without a word. */
    private static boolean isTarget(String target) {
        if (target.equals("*")) {
            return true;
        }
        try {
            var address = new URI(target.startsWith("/") ? "http://localhost" + target : target);
            return address.getRawAuthority() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && target.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)
                    && PercentEncoding.isWellFormed(target);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean hasOneHost(HttpRequest request) {
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty()
                ? request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                : hosts.size() == 1 && isHost(hosts.getFirst());
    }

    private static boolean isHost(String host) {
        var parts = HOST.matcher(host);
        return parts.matches() && (parts.group(1) == null || Integer.parseInt(parts.group(1)) <= LAST_PORT);
    }

    /** Where two readers could disagree about where a body ends, one of them takes its rest for another request. */
    private static boolean hasPlainLength(HttpRequest request) {
        var encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return encodings.isEmpty()
                || (request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                        && encodings.size() == 1
                        && encodings.getFirst().equalsIgnoreCase("chunked"));
    }

    /** HTTP/2 without encryption is offered by some clients with every request, and may be ignored. */
    private static boolean asksForAnotherProtocol(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.UPGRADE).stream().anyMatch(protocol -> !protocol.equalsIgnoreCase("h2c"));
    }
}
