package io.tiktoken.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;

/**
 * What the front door adds to one request of somebody whose session it knows: the same question goes through
 * it and straight to the service, in turn, one at a time, over connections that stay open. No test: it is run
 * by hand against a running shop (see the README).
 */
public final class FrontDoorTrial {

    private static final String QUESTION = "/api/auth/me";
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FrontDoorTrial() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println(
                    "FrontDoorTrial <gateway URL> <auth-service URL> <session handle> <bearer token> [number]");
            System.exit(2);
        }
        var through = HttpRequest.newBuilder(URI.create(arguments[0] + QUESTION))
                .header("Cookie", "tiktoken_session=" + arguments[2])
                .timeout(PATIENCE)
                .build();
        var straight = HttpRequest.newBuilder(URI.create(arguments[1] + QUESTION))
                .header("Authorization", "Bearer " + arguments[3])
                .timeout(PATIENCE)
                .build();
        var measured = arguments.length > 4 ? Integer.parseInt(arguments[4]) : MEASURED;
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            compare(client, through, straight, WARM_UP);
            var micros = compare(client, through, straight, measured);
            System.out.printf("%-20s %10s %10s%n", "µs per request", "median", "99 %");
            print("through the gateway", micros[0]);
            print("straight", micros[1]);
            System.out.printf(
                    "%-20s %10d %10d%n",
                    "added",
                    percentile(micros[0], 50) - percentile(micros[1], 50),
                    percentile(micros[0], 99) - percentile(micros[1], 99));
        }
    }

    private static long[][] compare(HttpClient client, HttpRequest through, HttpRequest straight, int number)
            throws IOException, InterruptedException {
        var micros = new long[2][number];
        for (var i = 0; i < number; i++) {
            micros[0][i] = microsFor(client, through);
            micros[1][i] = microsFor(client, straight);
        }
        Arrays.sort(micros[0]);
        Arrays.sort(micros[1]);
        return micros;
    }

    private static long microsFor(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var before = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        var micros = (System.nanoTime() - before) / 1_000;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        return micros;
    }

    private static void print(String way, long[] sorted) {
        System.out.printf("%-20s %10d %10d%n", way, percentile(sorted, 50), percentile(sorted, 99));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
