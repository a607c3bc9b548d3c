package io.tiktoken.auth.shownonce.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Caller.Registered;
import io.tiktoken.auth.People;
import io.tiktoken.auth.Phone;
import io.tiktoken.auth.administration.web.Administrator;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Each answer that shows a secret, asked for twice with one key: the same to the letter, and one effect. */
@AuthServiceTest
@Import(Administrator.class)
@ExtendWith(OutputCaptureExtension.class)
class LostAnswerApiTests {

    static final String REGISTER = "/api/auth/register";
    static final String NEW_PIN = "/api/auth/pin";
    static final String CLIENTS = "/api/admin/clients";
    static final String NOBODY = "";

    @Autowired
    Caller caller;

    @Autowired
    Administrator administrator;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    final String key = UUID.randomUUID().toString();

    @Test
    void aRegistrationIsMadeOnceAndShownAgain(CapturedOutput output) {
        var name = People.newName().value();

        var first = shownAgain(() -> register(name, People.PASSWORD));

        assertThat(first).hasStatus(201);
        assertThat(events("REGISTERED", Caller.text(first, "$.user.id"))).isOne();
        assertThat(approve(Caller.text(first, "$.pin"), tokenOf(name))).hasStatus(201);
        assertThat(output)
                .doesNotContain(Caller.text(first, "$.recoveryCode"))
                .doesNotContain(People.PASSWORD)
                .doesNotContain(key);
    }

    @Test
    void anotherRegistrationWithTheKeyIsRefusedAndLearnsNothing() {
        var name = People.newName().value();
        var first = register(name, People.PASSWORD);

        refused(register(name, "another good password"), 422, "idempotency_key_reused");

        assertThat(bodyOf(register(name, People.PASSWORD))).isEqualTo(bodyOf(first));
    }

    @Test
    void somebodyElseMayHaveChosenTheSameKey() {
        var alice = register(People.newName().value(), People.PASSWORD);
        var bob = register(People.newName().value(), People.PASSWORD);

        assertThat(bob).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertThat(Caller.text(bob, "$.user.id")).isNotEqualTo(Caller.text(alice, "$.user.id"));
    }

    @Test
    void withoutItsKeyARepeatIsToldThatTheNameIsTaken() {
        var alice = caller.register();

        refused(
                caller.post(REGISTER, Map.of("username", alice.username(), "password", People.PASSWORD)),
                409,
                "username_taken");
    }

    @Test
    void ofSixteenEqualRegistrationsAtOnceOneIsMade() throws Exception {
        var name = People.newName().value();

        var answers = atOnce(() -> register(name, People.PASSWORD));

        var made = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 201)
                .toList();
        assertThat(made).isNotEmpty();
        assertThat(made.stream().map(LostAnswerApiTests::bodyOf).distinct()).hasSize(1);
        answers.stream().filter(answer -> !made.contains(answer)).forEach(LostAnswerApiTests::inUse);
    }

    @Test
    void aRefusalIsNoSecretAndIsJudgedAnew() {
        var name = People.newName().value();

        refused(register(name, "password123"), 422, "password_too_common");

        assertThat(register(name, People.PASSWORD)).hasStatus(201);
    }

    @Test
    void aRecoveryHappensOnceAndItsNextCodeIsShownAgain() {
        var alice = caller.register();
        var body = Map.of(
                "username", alice.username(),
                "recoveryCode", alice.recoveryCode(),
                "newPassword", "another good password");

        var first = shownAgain(() -> caller.post("/api/auth/recovery", body, NOBODY, key));

        assertThat(first).hasStatus(200);
        assertThat(events("ACCESS_RECOVERED", alice.id())).isOne();
        assertThat(events("RECOVERY_FAILED", alice.id())).isZero();
    }

    @Test
    void aNewPinIsMadeOnceAndShownAgain() {
        var alice = caller.register();
        var token = caller.personToken(alice);

        var first = shownAgain(() -> newPin(token, key));

        assertThat(first).hasStatus(200);
        assertThat(events("PIN_RESET", alice.id())).isOne();
        assertThat(approve(Caller.text(first, "$.pin"), token)).hasStatus(201);
    }

    @Test
    void whoeverTriesOtherPasswordsWithAKnownKeyEndsTheAnswerBeforeTheyFindIt() {
        var token = caller.personToken(caller.register());
        newPin(token, key);

        for (var guess = 0; guess < 5; guess++) {
            refused(
                    caller.post(NEW_PIN, Map.of("password", "guess number " + guess), token, key),
                    422,
                    "idempotency_key_reused");
        }

        refused(caller.post(NEW_PIN, Map.of("password", "guess number 6"), token, key), 403, "password_incorrect");
    }

    @Test
    void theAnswerToADeadPinIsGone() {
        var alice = caller.register();
        var token = caller.personToken(alice);
        var first = newPin(token, key);
        var second = newPin(token, UUID.randomUUID().toString());

        var repeated = newPin(token, key);

        assertThat(repeated).hasStatus(200).doesNotContainHeader("Idempotent-Replayed");
        assertThat(List.of(bodyOf(first), bodyOf(second))).doesNotContain(bodyOf(repeated));
    }

    @Test
    void aSecretToScanIsTheSameUntilItIsConfirmedAndNotShownAfterwards() {
        var token = caller.personToken(caller.register());

        var first = shownAgain(() -> caller.post("/api/auth/totp", Map.of(), token, key));

        assertThat(caller.post("/api/auth/totp/confirm", Map.of("otp", firstCode(first)), token))
                .hasStatus(200);
        refused(caller.post("/api/auth/totp", Map.of(), token, key), 409, "totp_enabled");
    }

    @Test
    void theFirstRecoveryCodesAreShownAgainUntilOneIsUsed() {
        var alice = caller.register();
        var token = caller.personToken(alice);
        var body = Map.of("otp", firstCode(caller.post("/api/auth/totp", Map.of(), token)));

        var first = shownAgain(() -> caller.post("/api/auth/totp/confirm", body, token, key));

        assertThat(events("TOTP_CONFIRMED", alice.id())).isOne();
        logInWith(recoveryCodesIn(first).getFirst(), alice);
        refused(caller.post("/api/auth/totp/confirm", body, token, key), 409, "totp_enabled");
    }

    @Test
    void freshRecoveryCodesAreHandedOutOnceAndTheirCodeIsNotCountedAsWrong() throws Exception {
        var alice = caller.register();
        var token = caller.personToken(alice);
        var body = Map.of("otp", firstCode(caller.post("/api/auth/totp", Map.of(), token)));
        var code = recoveryCodesIn(caller.post("/api/auth/totp/confirm", body, token))
                .getFirst();

        Callable<MvcTestResult> request =
                () -> caller.post("/api/auth/totp/recovery-codes", Map.of("otp", code), token, key);
        var answers = atOnce(request);

        answers.stream()
                .filter(answer -> answer.getResponse().getStatus() != 200)
                .forEach(LostAnswerApiTests::inUse);
        assertThat(request.call()).hasStatus(200).hasHeader("Idempotent-Replayed", "true");
        assertThat(events("RECOVERY_CODES_REPLACED", alice.id())).isOne();
        assertThat(events("OTP_WRONG", alice.id())).isZero();
    }

    @Test
    void aClientIsLetInOnceAndItsSecretShownAgainUntilTheClientIsDisabled() {
        var token = administrator.token();
        var body = Map.of("kind", "merchant", "name", "Merchant " + UUID.randomUUID());

        var first = shownAgain(() -> caller.post(CLIENTS, body, token, key));

        assertThat(first).hasStatus(201);
        var id = Caller.text(first, "$.client.id");
        assertThat(caller.askForToken(id, Caller.text(first, "$.secret"), "orders:read"))
                .hasStatus(200);
        caller.put("%s/%s/disablement".formatted(CLIENTS, id), Map.of("reason", "it was stolen"), token);
        refused(caller.post(CLIENTS, body, token, key), 409, "name_taken");
    }

    @Test
    void aSecondSecretIsAddedOnceAndShownAgain() {
        var token = administrator.token();
        var created = caller.post(CLIENTS, Map.of("kind", "kiosk", "name", "Kiosk " + UUID.randomUUID()), token, key);
        var id = Caller.text(created, "$.client.id");

        var second = shownAgain(
                () -> caller.post("%s/%s/secrets".formatted(CLIENTS, id), Map.of(), token, "another " + key));

        assertThat(second).hasStatus(201);
        assertThat(caller.askForToken(id, Caller.text(second, "$.secret"), "cash:accept"))
                .hasStatus(200);
    }

    @Test
    void aCodeFromAnAdministratorIsIssuedOnceAndShownAgainUntilItIsUsed() {
        var alice = caller.register();
        var token = administrator.token();
        var path = "/api/admin/users/%s/recovery-code".formatted(alice.id());
        var body = Map.of("reason", "showed the passport");

        var first = shownAgain(() -> caller.post(path, body, token, key));

        assertThat(first).hasStatus(201);
        assertThat(events("RECOVERY_CODE_ISSUED", alice.id())).isOne();
        recover(alice, Caller.text(first, "$.recoveryCode"));
        var anew = caller.post(path, body, token, key);
        assertThat(anew).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
    }

    @Test
    void aKeyThatIsNoKeyIsRefusedBeforeAnythingHappens() {
        var name = People.newName().value();

        refused(
                caller.post(REGISTER, Map.of("username", name, "password", People.PASSWORD), NOBODY, "k".repeat(256)),
                400,
                "idempotency_key_invalid");

        assertThat(register(name, People.PASSWORD)).hasStatus(201);
    }

    @Test
    void theDocumentNamesEveryAnswerThatCanBeAskedForAgain() {
        var document = bodyOf(caller.get("/v3/api-docs", caller.personToken(caller.register())));
        var paths = json.readTree(document).path("paths");

        assertThat(paths.propertyStream()
                        .filter(path -> path.getValue()
                                .at("/post/parameters")
                                .findValuesAsString("name")
                                .contains("Idempotency-Key"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        REGISTER,
                        "/api/auth/recovery",
                        NEW_PIN,
                        "/api/auth/totp",
                        "/api/auth/totp/confirm",
                        "/api/auth/totp/recovery-codes",
                        CLIENTS,
                        "/api/admin/clients/{id}/secrets",
                        "/api/admin/users/{id}/recovery-code",
                        "/api/admin/decisions/{id}/confirmation");
        assertThat(paths.path(REGISTER).at("/post/responses/409/description").asString())
                .isEqualTo("`username_taken`: Somebody has this username already, `idempotency_key_in_use`");
    }

    /** Sends the request twice, as somebody does who lost the first answer. */
    private static MvcTestResult shownAgain(Supplier<MvcTestResult> request) {
        var first = request.get();
        var second = request.get();

        assertThat(second)
                .hasStatus(first.getResponse().getStatus())
                .hasHeader("Idempotent-Replayed", "true")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(bodyOf(second)).isEqualTo(bodyOf(first));
        assertThat(second.getResponse().getContentType())
                .isEqualTo(first.getResponse().getContentType());
        assertThat(first).doesNotContainHeader("Idempotent-Replayed");
        return first;
    }

    private MvcTestResult register(String username, String password) {
        return caller.post(REGISTER, Map.of("username", username, "password", password), NOBODY, key);
    }

    private MvcTestResult newPin(String token, String someKey) {
        return caller.post(NEW_PIN, Map.of("password", People.PASSWORD), token, someKey);
    }

    private void recover(Registered person, String recoveryCode) {
        var body = Map.of(
                "username", person.username(), "recoveryCode", recoveryCode, "newPassword", "another good password");
        assertThat(caller.post("/api/auth/recovery", body)).hasStatus(200);
    }

    private static String firstCode(MvcTestResult enrolled) {
        return new Phone(Caller.text(enrolled, "$.secret")).codeAt(Instant.now());
    }

    private void logInWith(String recoveryCode, Registered person) {
        var body = Map.of("username", person.username(), "password", People.PASSWORD, "otp", recoveryCode);
        assertThat(caller.post("/api/auth/login", body)).hasStatus(200);
    }

    private MvcTestResult approve(String pin, String token) {
        var operation = Map.of(
                "type",
                "purchase",
                "payee",
                "00000000-0000-7000-8000-000000000001",
                "orderId",
                UUID.randomUUID(),
                "amount",
                Map.of("amount", 100, "currency", "TTK"));
        return caller.post("/api/approvals", Map.of("pin", pin, "operation", operation), token);
    }

    private String tokenOf(String username) {
        var handle = caller.handleIn(caller.logIn(username, People.PASSWORD));
        return Caller.text(caller.exchange(handle), "$.accessToken");
    }

    private int events(String kind, String subject) {
        return jdbc.sql("SELECT count(*) FROM security_events WHERE kind = ? AND subject = ?")
                .params(kind, subject)
                .query(Integer.class)
                .single();
    }

    private static List<MvcTestResult> atOnce(Callable<MvcTestResult> request) throws Exception {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> request).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private static List<String> recoveryCodesIn(MvcTestResult answer) {
        return JsonPath.read(bodyOf(answer), "$.recoveryCodes");
    }

    private static void inUse(MvcTestResult answer) {
        refused(answer, 409, "idempotency_key_in_use");
    }

    private static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private static String bodyOf(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
