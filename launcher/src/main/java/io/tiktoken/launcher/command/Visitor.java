package io.tiktoken.launcher.command;

import io.tiktoken.launcher.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Speaks to the shop as a browser would, one request after the other. */
final class Visitor {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    /** A proxy has no business between this program and this machine. */
    private final HttpClient client = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final String shop;
    private String cookie = "";
    private String answer = "";

    Visitor(String shop) {
        this.shop = shop;
    }

    /** The key makes a repeated top-up the same top-up. The cookie is sent though it may be for https only. */
    void post(String path, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(shop + path))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo")
                .POST(BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            answer = response.body();
            if (response.statusCode() / 100 != 2) {
                throw new Failure("The shop refused POST %s: %s%n%d".formatted(path, answer, response.statusCode()));
            }
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        } catch (IOException e) {
            throw new Failure("No answer from the shop to POST %s.".formatted(path));
        }
    }

    /** A text field of the last answer. */
    String field(String name) {
        var field = Pattern.compile("\"%s\" *: *\"([^\"]*)\"".formatted(name)).matcher(answer);
        if (!field.find()) {
            throw new Failure("There is no %s in the shop's answer.".formatted(name));
        }
        return field.group(1);
    }
}
