package io.tiktoken.auth.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.auth.AdminCaller;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Claims;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
@Import(AdminCaller.class)
@ExtendWith(OutputCaptureExtension.class)
class ClientApiTests {

    static final String CLIENTS = "/api/admin/clients";

    @Autowired
    AdminCaller admin;

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMerchantIsLetInAndGetsTokensThatSayWhichMerchantItIs() throws Exception {
        var name = newName();

        var created = admin.post(CLIENTS, Map.of("kind", "merchant", "name", "  " + name + "\u200b "));

        assertThat(created).hasStatus(201);
        assertThat(created.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(Caller.text(created, "$.client.name")).isEqualTo(name);
        var id = Caller.text(created, "$.client.id");
        assertThat(id).startsWith("merchant-");
        assertThat(created)
                .bodyJson()
                .extractingPath("$.client.scopes")
                .asArray()
                .containsExactly("orders:create", "orders:read", "webhooks:manage");
        assertThat(created).bodyJson().doesNotHavePath("$.client.kioskId");

        var answer = caller.askForToken(id, Caller.text(created, "$.secret"), "orders:create orders:read");

        assertThat(answer).hasStatus(200);
        var claims = Claims.of(Caller.text(answer, "$.access_token"));
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getStringClaim("client_id")).isEqualTo(id);
        assertThat(claims.getAudience()).containsExactly("tiktoken-api");
        assertThat(claims.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder("orders:create", "orders:read");
        assertThat(claims.getStringClaim("merchant_id")).isEqualTo(Caller.text(created, "$.client.merchantId"));
        assertThat(claims.getClaim("kiosk_id")).isNull();
        assertThat(claims.getClaim("roles")).isNull();
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isLessThanOrEqualTo(300_000);
    }

    @Test
    void aKiosksTokenSaysWhichKioskItIs() throws Exception {
        var created = create("kiosk");

        var answer = caller.askForToken(
                Caller.text(created, "$.client.id"), Caller.text(created, "$.secret"), "cash:accept");

        var claims = Claims.of(Caller.text(answer, "$.access_token"));
        assertThat(claims.getStringClaim("kiosk_id")).isEqualTo(Caller.text(created, "$.client.kioskId"));
        assertThat(claims.getClaim("merchant_id")).isNull();
        assertThat(created).bodyJson().doesNotHavePath("$.client.merchantId");
    }

    @ParameterizedTest(name = "a {0} asks for \"{1}\"")
    @CsvSource({
        "merchant, cash:accept",
        "merchant, orders:read cash:accept",
        "merchant, funds:reserve",
        "merchant, orders:read funds:reserve",
        "merchant, sessions:exchange",
        "merchant, ''",
        "merchant, ORDERS:READ",
        "kiosk, orders:create",
        "kiosk, webhooks:manage"
    })
    void aScopeThatIsNotOfItsKindIsRefused(String kind, String scopes) {
        var created = create(kind);

        var answer = caller.askForToken(Caller.text(created, "$.client.id"), Caller.text(created, "$.secret"), scopes);

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.error").isEqualTo("invalid_scope");
    }

    @Test
    void aMachinesTokenOpensNothingOfPeopleOrAdministrators() {
        var created = create("merchant");
        var token = Caller.text(
                caller.askForToken(
                        Caller.text(created, "$.client.id"), Caller.text(created, "$.secret"), "orders:read"),
                "$.access_token");

        assertThat(caller.get("/api/auth/me", token)).hasStatus(403);
        assertThat(caller.get(CLIENTS, token)).hasStatus(403);
        assertThat(caller.post("/internal/sessions/token", Map.of("handle", "x"), token))
                .hasStatus(401);
    }

    @Test
    void aSecretIsExchangedWithoutAPause() {
        var created = create("merchant");
        var id = Caller.text(created, "$.client.id");
        var first = Caller.text(created, "$.client.secrets[0].id");

        var added = admin.post(CLIENTS + "/" + id + "/secrets", Map.of());
        assertThat(added).hasStatus(201);
        assertThat(added.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(code(admin.post(CLIENTS + "/" + id + "/secrets", Map.of()), 409))
                .isEqualTo("two_secrets_already");
        assertThat(ask(id, Caller.text(created, "$.secret"))).hasStatus(200);
        assertThat(ask(id, Caller.text(added, "$.secret"))).hasStatus(200);

        assertThat(admin.delete(CLIENTS + "/" + id + "/secrets/" + first)).hasStatus(204);
        assertThat(ask(id, Caller.text(created, "$.secret"))).hasStatus(401);
        assertThat(ask(id, Caller.text(added, "$.secret"))).hasStatus(200);
        assertThat(code(admin.delete(CLIENTS + "/" + id + "/secrets/" + first), 404))
                .isEqualTo("not_found");
        assertThat(code(admin.delete(CLIENTS + "/" + id + "/secrets/" + Caller.text(added, "$.id")), 409))
                .isEqualTo("last_secret");
    }

    @Test
    void aDisabledClientGetsNoTokenFromThatMoment() {
        var created = create("merchant");
        var id = Caller.text(created, "$.client.id");
        var secret = Caller.text(created, "$.secret");

        for (var i = 0; i < 2; i++) {
            var disabled = admin.put(CLIENTS + "/" + id + "/disablement", Map.of("reason", "it was stolen"));
            assertThat(disabled).hasStatus(200);
            assertThat(disabled).bodyJson().extractingPath("$.disabled").isEqualTo(true);
            assertThat(told(ask(id, secret))).isEqualTo(told(ask(id, "wrong")));
        }
        for (var i = 0; i < 2; i++) {
            assertThat(admin.delete(CLIENTS + "/" + id + "/disablement"))
                    .bodyJson()
                    .extractingPath("$.disabled")
                    .isEqualTo(false);
            assertThat(ask(id, secret)).hasStatus(200);
        }

        assertThat(jdbc.sql("SELECT kind || coalesce(' ' || detail, '') FROM security_events"
                                + " WHERE subject = ? AND actor = ? ORDER BY id")
                        .params(id, AdminCaller.ID.toString())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "CLIENT_CREATED " + Caller.text(created, "$.client.name"),
                        "CLIENT_DISABLED it was stolen",
                        "CLIENT_ENABLED");
    }

    @Test
    void anUnknownClientAndAWrongSecretGetTheSameAnswer() {
        var id = Caller.text(create("merchant"), "$.client.id");

        assertThat(told(ask("merchant-22222222", "wrong"))).isEqualTo(told(ask(id, "wrong")));
        assertThat(told(ask("'; --", "wrong"))).isEqualTo(told(ask("gateway", "wrong")));
    }

    @Test
    void clientsAreListedInPagesNewestFirst() {
        var kiosks = List.of(id(create("kiosk")), id(create("kiosk")), id(create("kiosk")));
        create("merchant");

        var first = admin.get(CLIENTS + "?kind=kiosk&limit=2");
        var second = admin.get(CLIENTS + "?kind=kiosk&limit=2&cursor=" + Caller.text(first, "$.nextCursor"));

        assertThat(JsonPath.<List<String>>read(body(first), "$.data[*].id"))
                .containsExactly(kiosks.get(2), kiosks.get(1));
        assertThat(JsonPath.<List<String>>read(body(second), "$.data[*].id")).startsWith(kiosks.getFirst());
        assertThat(JsonPath.<List<String>>read(body(admin.get(CLIENTS)), "$.data[*].kind"))
                .contains("kiosk", "merchant");
        assertThat(body(first)).doesNotContain("hash", "\"secret\"");
        assertThat(code(admin.get(CLIENTS + "?kind=gateway"), 400)).isEqualTo("validation_failed");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(code(admin.get(CLIENTS + "/merchant-nobody"), 404)).isEqualTo("not_found");
        assertThat(code(admin.get(CLIENTS + "/gateway"), 404)).isEqualTo("not_found");
        assertThat(code(admin.post(CLIENTS + "/nobody/secrets", Map.of()), 404)).isEqualTo("not_found");
        assertThat(code(admin.delete(CLIENTS + "/nobody/secrets/" + UUID.randomUUID()), 404))
                .isEqualTo("not_found");
        assertThat(code(admin.delete(CLIENTS + "/nobody/secrets/1"), 400)).isEqualTo("malformed_request");
        assertThat(code(admin.put(CLIENTS + "/nobody/disablement", Map.of("reason", "x")), 404))
                .isEqualTo("not_found");
        assertThat(code(admin.put(CLIENTS + "/nobody/disablement", Map.of("reason", " ")), 400))
                .isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"merchant\"}",
                "{\"kind\": \"merchant\", \"name\": \"x\"}",
                "{\"kind\": \"merchant\", \"name\": \"...\"}",
                "{\"kind\": \"service\", \"name\": \"Corner Books\"}",
                "{\"name\": \"Corner Books\"}",
                "{\"kind\": \"merchant\", \"name\": \"Corner Books\", \"scopes\": [\"funds:reserve\"]}",
                "{\"kind\": \"merchant\", \"name\": \"Corner Books\", \"secret\": \"mine\"}"
            })
    void nonsenseMakesNoClient(String body) {
        assertThat(caller.postText(CLIENTS, body, admin.administrator())).hasStatus(400);
    }

    @Test
    void aNameIsTakenOnce() {
        var created = create("merchant");
        var again = Caller.text(created, "$.client.name").toUpperCase();

        assertThat(code(admin.post(CLIENTS, Map.of("kind", "kiosk", "name", again)), 409))
                .isEqualTo("name_taken");
        assertThat(code(admin.post(CLIENTS, Map.of("kind", "merchant", "name", "T1kT0ken Shop")), 409))
                .isEqualTo("name_taken");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/clients",
        "GET, /api/admin/clients/merchant-22222222",
        "POST, /api/admin/clients",
        "POST, /api/admin/clients/merchant-22222222/secrets",
        "DELETE, /api/admin/clients/merchant-22222222/secrets/00000000-0000-7000-8000-000000000001",
        "PUT, /api/admin/clients/merchant-22222222/disablement",
        "DELETE, /api/admin/clients/merchant-22222222/disablement",
        "GET, /api/admin/keys",
        "POST, /api/admin/keys/rotation"
    })
    void onlyAdministratorsLookAndOnlyWithASecondFactorTheyChange(String method, String path) {
        var verb = HttpMethod.valueOf(method);
        var customer = admin.token(List.of("pwd", "otp"), "CUSTOMER");
        var withoutSecondFactor = admin.token(List.of("pwd"), "CUSTOMER", "ADMIN");

        assertThat(code(admin.call(verb, path, null, customer), 403)).isEqualTo("forbidden");
        var weak = admin.call(verb, path, null, withoutSecondFactor);
        if (verb.equals(HttpMethod.GET)) {
            assertThat(weak.getResponse().getStatus()).isIn(200, 404);
        } else {
            assertThat(code(weak, 403)).isEqualTo("second_factor_required");
        }
    }

    @Test
    void secretsAreNeverLogged(CapturedOutput output) {
        var created = create("merchant");
        ask(id(created), Caller.text(created, "$.secret"));
        var added = admin.post(CLIENTS + "/" + id(created) + "/secrets", Map.of());

        assertThat(output.getAll()).doesNotContain(Caller.text(created, "$.secret"), Caller.text(added, "$.secret"));
        assertThat(body(admin.get(CLIENTS + "/" + id(created)))).doesNotContain(Caller.text(created, "$.secret"));
    }

    private MvcTestResult create(String kind) {
        return admin.post(CLIENTS, Map.of("kind", kind, "name", newName()));
    }

    private static String newName() {
        return "Corner Books " + UUID.randomUUID().toString().substring(0, 18);
    }

    private MvcTestResult ask(String id, String secret) {
        return caller.askForToken(id, secret, "orders:read");
    }

    private static String id(MvcTestResult created) {
        return Caller.text(created, "$.client.id");
    }

    private static String code(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status);
        return Caller.text(answer, "$.code");
    }

    private static String told(MvcTestResult answer) {
        assertThat(answer).hasStatus(401);
        return body(answer) + answer.getResponse().getHeader(HttpHeaders.WWW_AUTHENTICATE);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
