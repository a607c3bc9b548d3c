package io.tiktoken.auth.secondfactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Caller.Registered;
import io.tiktoken.auth.Claims;
import io.tiktoken.auth.People;
import io.tiktoken.auth.Phone;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
class SecondFactorApiTests {

    @Autowired
    Caller caller;

    Registered alice;
    String handle;
    String token;
    Phone phone;

    @BeforeEach
    void logAliceIn() {
        alice = caller.register();
        handle = caller.handleIn(caller.logIn(alice.username(), People.PASSWORD));
        token = tokenOf(handle);
    }

    @Test
    void enrolmentHandsOutWhatAnAuthenticatorScans() {
        var enrolled = enrol();

        assertThat(enrolled).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var secret = Caller.text(enrolled, "$.secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(Caller.text(enrolled, "$.otpauthUri"))
                .isEqualTo("otpauth://totp/TikToken:%s?secret=%s&issuer=TikToken&algorithm=SHA1&digits=6&period=30"
                        .formatted(alice.username(), secret));
        assertThat(Caller.text(enrolled, "$.qrSvg")).startsWith("<svg xmlns=").endsWith("</svg>");
    }

    @Test
    void untilItIsConfirmedNothingIsAskedFor() {
        enrol();

        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(200);
        assertThat(me()).isFalse();
    }

    @Test
    void anotherEnrolmentReplacesTheFirstUntilOneIsConfirmed() {
        var first = new Phone(Caller.text(enrol(), "$.secret"));
        var second = new Phone(Caller.text(enrol(), "$.secret"));

        refused(confirm(first.codeAt(Instant.now())), 403, "otp_incorrect");
        assertThat(confirm(second.codeAt(Instant.now()))).hasStatus(200);
        refused(enrol(), 409, "totp_enabled");
        refused(confirm(second.codeAt(Instant.now())), 409, "totp_enabled");
    }

    @Test
    void thereIsNothingToConfirmWithoutAnEnrolment() {
        refused(confirm("287082"), 409, "totp_not_enrolled");
    }

    @Test
    void confirmingEndsAllOtherSessionsAndCountsInThisOne() throws ParseException {
        var elsewhere = caller.handleIn(caller.logIn(alice.username(), People.PASSWORD));
        assertThat(amrOf(token)).containsExactly("pwd");

        var confirmed = enable();

        assertThat(codesIn(confirmed))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}"));
        assertThat(confirmed).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(caller.exchange(elsewhere)).hasStatus(404);
        assertThat(amrOf(tokenOf(handle))).containsExactly("pwd", "otp");
        assertThat(me()).isTrue();
    }

    @Test
    void logInAsksForTheCodeOnlyAfterTheRightPassword() throws ParseException {
        enable();

        refused(caller.logIn(alice.username(), "not the password"), 401, "invalid_credentials");
        refused(logIn("not the password", nextCode()), 401, "invalid_credentials");
        refused(caller.logIn(alice.username(), People.PASSWORD), 401, "otp_required");
        var loggedIn = logIn(People.PASSWORD, nextCode());

        assertThat(loggedIn).hasStatus(200);
        assertThat(loggedIn).bodyJson().extractingPath("$.secondFactor").isEqualTo(true);
        assertThat(amrOf(tokenOf(caller.handleIn(loggedIn)))).containsExactly("pwd", "otp");
    }

    @Test
    void wrongCodesLockUntilARecoveryCodeOpens() {
        var codes = codesIn(enable());
        for (var left = 4; left >= 0; left--) {
            var wrong = logIn(People.PASSWORD, phone.wrongCodeAt(Instant.now()));
            refused(wrong, 401, "otp_incorrect");
            assertThat(wrong).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(left);
        }
        refused(logIn(People.PASSWORD, nextCode()), 423, "otp_locked");

        assertThat(logIn(People.PASSWORD, codes.getFirst().toLowerCase())).hasStatus(200);
        refused(logIn(People.PASSWORD, codes.getFirst()), 401, "otp_incorrect");
        assertThat(logIn(People.PASSWORD, nextCode())).hasStatus(200);
    }

    @Test
    void tooManyWrongRecoveryCodesAreAskedToComeBack() {
        enable();
        for (var i = 0; i < 10; i++) {
            refused(logIn(People.PASSWORD, "K7QM2-X0D4V-93TRN-HB8WS"), 401, "otp_incorrect");
        }

        var tooMany = logIn(People.PASSWORD, "K7QM2-X0D4V-93TRN-HB8WS");

        refused(tooMany, 429, "too_many_requests");
        assertThat(Integer.parseInt(tooMany.getResponse().getHeader(HttpHeaders.RETRY_AFTER)))
                .isBetween(3_000, 3_600);
    }

    @Test
    void disablingWantsBothFactorsAndTakesTheSecondAway() throws ParseException {
        var codes = codesIn(enable());

        refused(disable("not the password", nextCode()), 403, "password_incorrect");
        var wrong = disable(People.PASSWORD, phone.wrongCodeAt(Instant.now()));
        refused(wrong, 403, "otp_incorrect");
        assertThat(wrong).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(4);
        assertThat(disable(People.PASSWORD, nextCode())).hasStatus(204);

        assertThat(me()).isFalse();
        assertThat(amrOf(tokenOf(handle))).containsExactly("pwd");
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(200);
        refused(disable(People.PASSWORD, codes.getFirst()), 409, "totp_not_enabled");
        assertThat(enable()).hasStatus(200);
    }

    @Test
    void aStolenSessionIsNoPlaceToGuessThePassword() {
        enable();
        for (var i = 0; i < 5; i++) {
            refused(disable("not the password", nextCode()), 403, "password_incorrect");
        }

        refused(disable(People.PASSWORD, nextCode()), 429, "too_many_requests");
        refused(newPin(Map.of("password", People.PASSWORD, "otp", nextCode())), 429, "too_many_requests");
    }

    @Test
    void freshRecoveryCodesMakeTheEarlierOnesWorthless() {
        var earlier = codesIn(enable());

        var replaced = replaceCodes(earlier.getFirst());

        assertThat(replaced).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(codesIn(replaced)).hasSize(10).doesNotContainAnyElementsOf(earlier);
        refused(replaceCodes(earlier.get(1)), 403, "otp_incorrect");
        assertThat(logIn(People.PASSWORD, codesIn(replaced).getFirst())).hasStatus(200);
    }

    @Test
    void freshRecoveryCodesAreForThoseWhoHaveAnAuthenticator() {
        refused(replaceCodes("287082"), 409, "totp_not_enabled");
    }

    @Test
    void aLargeApprovalAndANewPinWantTheCode() {
        var codes = codesIn(enable());

        refused(approve(Map.of("pin", alice.pin(), "operation", purchase(20_001))), 403, "otp_required");
        var approved = approve(Map.of("pin", alice.pin(), "otp", nextCode(), "operation", purchase(20_001)));
        assertThat(approved).hasStatus(201);
        assertThat(approve(Map.of("pin", alice.pin(), "operation", purchase(20_000))))
                .hasStatus(201);

        refused(newPin(Map.of("password", People.PASSWORD)), 403, "otp_required");
        assertThat(newPin(Map.of("password", People.PASSWORD, "otp", codes.get(1))))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "K7QM2"})
    void whatCannotBeACodeIsNotCountedButExplained(String nonsense) {
        enable();

        var refused = logIn(People.PASSWORD, nonsense);

        refused(refused, 400, "validation_failed");
        assertThat(bodyOf(refused)).contains("must be the six digits of your authenticator, or a recovery code");
        refused(confirm(nonsense), 400, "validation_failed");
        var wrong = logIn(People.PASSWORD, phone.wrongCodeAt(Instant.now()));
        assertThat(wrong).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(4);
    }

    private MvcTestResult enrol() {
        return caller.post("/api/auth/totp", Map.of(), token);
    }

    private MvcTestResult confirm(String otp) {
        return caller.post("/api/auth/totp/confirm", Map.of("otp", otp), token);
    }

    private MvcTestResult enable() {
        phone = new Phone(Caller.text(enrol(), "$.secret"));
        return confirm(phone.codeAt(Instant.now()));
    }

    /** The one after the code that confirmed the authenticator: a phone's clock may be half a minute ahead. */
    private String nextCode() {
        return phone.codeAt(Instant.now().plusSeconds(30));
    }

    private MvcTestResult disable(String password, String otp) {
        return caller.post("/api/auth/totp/disable", Map.of("password", password, "otp", otp), token);
    }

    private MvcTestResult replaceCodes(String otp) {
        return caller.post("/api/auth/totp/recovery-codes", Map.of("otp", otp), token);
    }

    private MvcTestResult logIn(String password, String otp) {
        return caller.post("/api/auth/login", Map.of("username", alice.username(), "password", password, "otp", otp));
    }

    private MvcTestResult approve(Object body) {
        return caller.post("/api/approvals", body, token);
    }

    private MvcTestResult newPin(Object body) {
        return caller.post("/api/auth/pin", body, token);
    }

    private static Map<String, Object> purchase(long amount) {
        return Map.of(
                "type",
                "purchase",
                "payee",
                "00000000-0000-7000-8000-000000000001",
                "amount",
                Map.of("amount", amount, "currency", "TTK"),
                "orderId",
                UUID.randomUUID().toString());
    }

    private boolean me() {
        return JsonPath.read(bodyOf(caller.get("/api/auth/me", token)), "$.secondFactor");
    }

    private String tokenOf(String handle) {
        return Caller.text(caller.exchange(handle), "$.accessToken");
    }

    private static List<String> amrOf(String token) throws ParseException {
        return Claims.of(token).getStringListClaim("amr");
    }

    private static List<String> codesIn(MvcTestResult answer) {
        return JsonPath.read(bodyOf(answer), "$.recoveryCodes");
    }

    private static String bodyOf(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
