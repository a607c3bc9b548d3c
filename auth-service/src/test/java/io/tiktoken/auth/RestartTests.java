package io.tiktoken.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever was logged in before a restart is logged in after it, and lost answers can still be asked for. */
class RestartTests {

    @TempDir
    Path data;

    final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRestartLogsNobodyOut() throws Exception {
        String handle;
        String token;
        try (var before = started()) {
            var credentials = "{\"username\": \"alice\", \"password\": \"correct horse battery\"}";
            post(before, "/api/auth/register", credentials, "");
            var loggedIn = post(before, "/api/auth/login", credentials, "");
            handle = loggedIn.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]")[1];
            token = exchanged(before, handle);
            assertThat(me(before, token)).isEqualTo(200);
        }

        try (var after = started()) {
            assertThat(me(after, token)).isEqualTo(200);
            assertThat(me(after, exchanged(after, handle))).isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatGotLostInARestartIsShownAfterIt() throws Exception {
        var credentials = "{\"username\": \"alice\", \"password\": \"correct horse battery\"}";
        String lost;
        try (var before = started()) {
            lost = register(before, credentials).body();
        }

        try (var after = started()) {
            var repeated = register(after, credentials);

            assertThat(repeated.statusCode()).isEqualTo(201);
            assertThat(repeated.body()).isEqualTo(lost);
            assertThat(repeated.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        }
    }

    private HttpResponse<String> register(ConfigurableApplicationContext service, String credentials) throws Exception {
        return send(HttpRequest.newBuilder(uri(service, "/api/auth/register"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "the key of a form")
                .POST(BodyPublishers.ofString(credentials)));
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplication(AuthServiceApplication.class)
                .run(
                        "--tiktoken.database.file=" + data.resolve("auth.db"),
                        "--tiktoken.first-administrator.file=" + data.resolve("first-administrator.txt"));
    }

    private String exchanged(ConfigurableApplicationContext service, String handle) throws Exception {
        var secret =
                Base64.getEncoder().encodeToString("gateway:the gateway's secret".getBytes(StandardCharsets.UTF_8));
        var form = HttpRequest.newBuilder(uri(service, "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=sessions:exchange"));
        var gateway = JsonPath.<String>read(send(form).body(), "$.access_token");
        var answer = post(
                service, "/internal/sessions/token", "{\"handle\": \"%s\"}".formatted(handle), "Bearer " + gateway);
        return JsonPath.read(answer.body(), "$.accessToken");
    }

    private int me(ConfigurableApplicationContext service, String token) throws Exception {
        return send(HttpRequest.newBuilder(uri(service, "/api/auth/me")).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private HttpResponse<String> post(
            ConfigurableApplicationContext service, String path, String body, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(uri(service, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(ConfigurableApplicationContext service, String path) {
        var server = ((WebServerApplicationContext) service).getWebServer();
        return URI.create("http://127.0.0.1:%d%s".formatted(server == null ? 0 : server.getPort(), path));
    }
}
