package io.tiktoken.system.odd;

import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of odd requests at every door, by everybody: each is refused in the shop's own words or was right after all, none of
 * them breaks anything, and what they made up is in no metric.
 *
 * <p>{@code -Dodd.seed=} repeats a run, {@code -Dodd.requests=} makes it longer, {@code -Dodd.only=} sends one of its requests.
 */
@InTheShop
class OddRequestTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Whoever waits for the rest of a request gets none, and is not waited for. */
    private static final Duration PATIENCE_WITH_THE_HOPELESS = Duration.ofMillis(500);

    private static final int REQUESTS_PER_TOKEN = 400;
    private static final long LOG_BYTES_PER_REQUEST = 1024;

    private final Shop shop;
    private final long seed = Long.getLong("odd.seed", new Random().nextInt(1_000_000));
    private final int requests = Integer.getInteger("odd.requests", 500);
    private final int only = Integer.getInteger("odd.only", -1);
    private final Map<String, Integer> heard = new TreeMap<>();
    private final Faults faults = new Faults();

    OddRequestTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void nothingOddBreaksAnythingOrIsRememberedInAMetric() throws IOException {
        var sender = new Sender(shop);
        var routes = new Routes(shop);
        var odd = new OddRequests(shop, sender, routes, seed);
        for (var request : odd.ordinary()) {
            send(request);
        }
        heard.clear();
        var belongings = Belongings.of(shop);
        Series.of(shop); // So that asking for them is one of them.
        var series = Series.of(shop);
        var logs = bytesOfLogs();

        for (var index : indexes()) {
            if (index % REQUESTS_PER_TOKEN == 0) {
                sender.renewTokens();
            }
            send(odd.at(index));
        }

        var logged = (bytesOfLogs() - logs) / Math.max(1, indexes().size());
        var after = Series.of(shop);
        System.out.printf(
                "Odd requests: seed %d, %d requests, answers %s, %d bytes of log each, %d series before and %d after%n",
                seed, indexes().size(), heard, logged, series.count(), after.count());
        var verdict = new SoftAssertions();
        verdict.assertThat(faults.areNone())
                .as("answers to -Dodd.seed=%d:%n%s", seed, faults)
                .isTrue();
        verdict.assertThat(logged).as("bytes of log for each request").isLessThan(LOG_BYTES_PER_REQUEST);
        verdict.assertThat(after.madeUp()).as("tags that hold what was made up").isEmpty();
        verdict.assertThat(after.newSince(series, routes.paths()))
                .as("tags that grew")
                .isEmpty();
        verdict.assertThat(Belongings.of(shop).areAtLeast(belongings))
                .as("users and products, of which there were %s", belongings)
                .isTrue();
        verdict.assertAll();
        new Visitor(shop).provesTheLedger();
    }

    private List<Integer> indexes() {
        return only >= 0 ? List.of(only) : IntStream.range(0, requests).boxed().toList();
    }

    private void send(OddRequest request) throws IOException {
        var hopeless = request.draft().grade() == Grade.HOPELESS;
        var reply = Connection.ask(request, hopeless ? PATIENCE_WITH_THE_HOPELESS : PATIENCE);
        heard.merge(reply.kind(), 1, Integer::sum);
        if (only >= 0) {
            System.out.printf("%s%n→ %s%n", request, reply);
        }
        Judge.faultOf(request, reply).ifPresent(fault -> faults.add(fault, request, reply));
    }

    private long bytesOfLogs() {
        return shop.logs().stream().mapToLong(log -> log.toFile().length()).sum();
    }
}
