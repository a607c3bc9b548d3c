package io.tiktoken.auth.trial;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executors;

/** An auth-service that runs somewhere on this machine, as its neighbours reach it. */
final class RunningService implements AutoCloseable {

    static final String NO_TOKEN = "";

    /** What it said, and after how long. */
    record Answer(int status, String body, String cookie, long nanos) {

        String text(String path) {
            return JsonPath.read(body, path);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(PATIENCE)
            .build();

    /** @throws IllegalArgumentException when it is on another machine, where a trial would be an attack */
    RunningService(URI address) throws IOException {
        if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("The trial speaks only to this machine, not to " + address);
        }
        this.address = address;
    }

    Answer post(String path, String json, String token) throws IOException, InterruptedException {
        var request = to(path).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(request.POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    Answer logIn(String username, String password) throws IOException, InterruptedException {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);
        return post("/api/auth/login", body, NO_TOKEN);
    }

    /** The token with which the gateway exchanges handles. */
    String gatewayToken(String secret) throws IOException, InterruptedException {
        // RFC 6749 wants it encoded like a form before it is encoded for HTTP Basic: it may have a "+".
        var encoded = "gateway:" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var basic = Base64.getEncoder().encodeToString(encoded.getBytes(StandardCharsets.UTF_8));
        return answer(to("/oauth2/token")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&scope=sessions:exchange"))
                        .build())
                .text("$.access_token");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        var nanos = System.nanoTime() - start;
        var cookie = response.headers().firstValue("Set-Cookie").orElse("");
        return new Answer(response.statusCode(), response.body(), cookie, nanos);
    }

    @Override
    public void close() {
        http.close();
    }
}
