package io.tiktoken.system.bank;

import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** wallet-service's own door, which can be slammed at any moment; counts who was standing in it. */
final class Counter {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration WHILE_SHUT = Duration.ofMillis(50);

    private final Shop shop;
    private final Papers papers;
    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger inside = new AtomicInteger();
    private final Map<Integer, Integer> lostInLife = new ConcurrentHashMap<>();
    private volatile int life;

    Counter(Shop shop, Papers papers) {
        this.shop = shop;
        this.papers = papers;
        this.url = shop.urlOf(Part.WALLET);
    }

    /** The reply, or nothing when there was none: the request may have had its effect, or have it yet. */
    Optional<Reply> send(Request request) throws InterruptedException {
        while (true) {
            var lifeThen = life;
            inside.incrementAndGet();
            try {
                var answer = client.send(http(request), BodyHandlers.ofString());
                var replayed =
                        answer.headers().firstValue("Idempotent-Replayed").isPresent();
                return Optional.of(new Reply(answer.statusCode(), answer.body(), replayed));
            } catch (ConnectException shut) {
                Thread.sleep(WHILE_SHUT); // Nobody has heard the request.
            } catch (HttpTimeoutException slow) {
                return Optional.empty();
            } catch (IOException cut) {
                lostInLife.merge(lifeThen, 1, Integer::sum);
                return Optional.empty();
            } finally {
                inside.decrementAndGet();
            }
        }
    }

    /** Sends the same until there is an answer that tells what has become of it. */
    Reply sendUntilAnswered(Request request) throws InterruptedException {
        var reply = send(request);
        while (reply.isEmpty() || !reply.get().isDefinite()) {
            Thread.sleep(WHILE_SHUT);
            reply = send(request);
        }
        return reply.get();
    }

    /** Kills wallet-service while at least so many requests are under way, starts it again, and tells how many it lost. */
    int killUnder(int requests) throws InterruptedException {
        while (inside.get() < requests) {
            Thread.onSpinWait();
        }
        shop.kill(Part.WALLET);
        shop.start(Part.WALLET);
        return lostInLife.getOrDefault(life++, 0);
    }

    private HttpRequest http(Request request) {
        var http = HttpRequest.newBuilder(url.resolve(request.path()))
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofString(request.body()));
        if (request.needsToken()) {
            var token = request.person() == null ? papers.orderService() : papers.of(request.person());
            http.header("Authorization", "Bearer " + token);
        }
        if (request.key() != null) {
            http.header("Idempotency-Key", request.key().toString());
        }
        return http.build();
    }
}
