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

    private static final String JSON = "application/json";
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

    void get(String path) throws InterruptedException {
        send("GET", path, request(path).GET());
    }

    /** A repeat with the same key is the same top-up, order or payment. */
    void post(String path, String key, String body) throws InterruptedException {
        send(
                "POST",
                path,
                request(path)
                        .header("Content-Type", JSON)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    void put(String path, String body) throws InterruptedException {
        send("PUT", path, request(path).header("Content-Type", JSON).PUT(BodyPublishers.ofString(body)));
    }

    /** The cookie is sent though it may be for https only. */
    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(shop + path)).timeout(LONGEST_ANSWER);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private void send(String method, String path, HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            answer = response.body();
            if (response.statusCode() / 100 != 2) {
                throw new Failure(
                        "The shop refused %s %s: %s%n%d".formatted(method, path, answer, response.statusCode()));
            }
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        } catch (IOException e) {
            throw new Failure("No answer from the shop to %s %s.".formatted(method, path));
        }
    }

    /** A text field of the last answer. */
    String field(String name) {
        return part(name, "\"([^\"]*)\"");
    }

    /** An object without objects in it, of the last answer, as it was written. */
    String object(String name) {
        return part(name, "(\\{[^{}]*})");
    }

    private String part(String name, String value) {
        var part = Pattern.compile("\"%s\" *: *%s".formatted(name, value)).matcher(answer);
        if (!part.find()) {
            throw new Failure("There is no %s in the shop's answer.".formatted(name));
        }
        return part.group(1);
    }
}
