package io.tiktoken.auth;

import static java.util.Objects.requireNonNull;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to the service as its neighbours do, with tokens that the service gave itself. */
@TestComponent
public class Caller {

    /** Somebody who registered over HTTP. */
    public record Registered(String id, String username, String pin, String recoveryCode) {}

    private final MockMvcTester http;
    private final JsonMapper json;

    Caller(MockMvcTester http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    public MvcTestResult post(String path, Object body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    /** A request whose answer can be asked for again by the same key; of nobody in particular when the token is empty. */
    public MvcTestResult post(String path, Object body, String token, String idempotencyKey) {
        return http.post()
                .uri(path)
                .headers(headers -> {
                    headers.set("Idempotency-Key", idempotencyKey);
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    public MvcTestResult post(String path, Object body, String token) {
        return postText(path, json.writeValueAsString(body), token);
    }

    public MvcTestResult postText(String path, String body, String token) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult put(String path, Object body, String token) {
        return putText(path, json.writeValueAsString(body), token);
    }

    public MvcTestResult putText(String path, String body, String token) {
        return http.put()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult delete(String path, String token) {
        return http.delete()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    public MvcTestResult get(String path, String token) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    public MvcTestResult askForToken(String client, String secret, String scope) {
        return http.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(client, secret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", "client_credentials")
                .param("scope", scope)
                .exchange();
    }

    /** A token that one of our services gets for its own secret. */
    public String serviceToken(String client, String scope) {
        return text(askForToken(client, "the %s's secret".formatted(client), scope), "$.access_token");
    }

    public Registered register() {
        var username = People.newName().value();
        var answer = post("/api/auth/register", Map.of("username", username, "password", People.PASSWORD));
        return new Registered(
                text(answer, "$.user.id"), username, text(answer, "$.pin"), text(answer, "$.recoveryCode"));
    }

    public MvcTestResult logIn(String username, String password) {
        return post("/api/auth/login", Map.of("username", username, "password", password));
    }

    public String handleIn(MvcTestResult loggedIn) {
        return requireNonNull(loggedIn.getResponse().getCookie("tiktoken_session"))
                .getValue();
    }

    public MvcTestResult exchange(String handle) {
        return post("/internal/sessions/token", Map.of("handle", handle), serviceToken("gateway", "sessions:exchange"));
    }

    /** The token with which the gateway speaks for somebody who has just logged in. */
    public String personToken(Registered person) {
        return text(exchange(handleIn(logIn(person.username(), People.PASSWORD))), "$.accessToken");
    }

    public static String text(MvcTestResult answer, String path) {
        try {
            return JsonPath.read(answer.getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
