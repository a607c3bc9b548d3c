package io.tiktoken.system.customer;

import io.tiktoken.system.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Speaks to the shop's gateway, and keeps the cookies that it is given. */
public final class Browser {

    public static final String SESSION_COOKIE = "tiktoken_session";

    /** Longer than the gateway's own time-out, so that it is always the shop that answers. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final URI shop;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    public Browser(Shop shop) {
        this(shop.url());
    }

    /** Enters by another door than the shop's own. */
    public Browser(URI shop) {
        this.shop = shop;
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(to(path).POST(json(body)));
    }

    /** Asks for something that must not happen twice. */
    public Answer post(String path, Object body, UUID idempotencyKey) {
        return send(
                to(path).header("Idempotency-Key", idempotencyKey.toString()).POST(json(body)));
    }

    public Answer put(String path, Object body) {
        return send(to(path).PUT(json(body)));
    }

    public Answer delete(String path) {
        return send(to(path).DELETE());
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** The handle of the session that this browser is logged in with. */
    public String session() {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION_COOKIE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is logged in here"))
                .getValue();
    }

    /** For requests that need something unusual. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(shop + path)) // not resolved: "//" and ".." must arrive as they are
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from the shop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the shop", e);
        }
    }

    public static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Answer.json(body));
    }
}
