package io.tiktoken.auth.secondfactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody who is logged in at a browser, with a phone that becomes an authenticator. */
final class AliceAtHome {

    private final Caller caller;
    private final Registered alice;
    private final String handle;
    private final String token;
    private Phone phone = new Phone("");

    AliceAtHome(Caller caller) {
        this.caller = caller;
        this.alice = caller.register();
        this.handle = caller.handleIn(logIn(People.PASSWORD));
        this.token = tokenOf(handle);
    }

    String username() {
        return alice.username();
    }

    String pin() {
        return alice.pin();
    }

    Phone phone() {
        return phone;
    }

    MvcTestResult enrol() {
        return caller.post("/api/auth/totp", Map.of(), token);
    }

    MvcTestResult confirm(String otp) {
        return caller.post("/api/auth/totp/confirm", Map.of("otp", otp), token);
    }

    MvcTestResult enable() {
        phone = new Phone(Caller.text(enrol(), "$.secret"));
        return confirm(phone.codeAt(Instant.now()));
    }

    /** The one after the code that confirmed the authenticator: a phone's clock may be half a minute ahead. */
    String nextCode() {
        return phone.codeAt(Instant.now().plusSeconds(30));
    }

    MvcTestResult disable(String password, String otp) {
        return caller.post("/api/auth/totp/disable", Map.of("password", password, "otp", otp), token);
    }

    MvcTestResult replaceCodes(String otp) {
        return caller.post("/api/auth/totp/recovery-codes", Map.of("otp", otp), token);
    }

    MvcTestResult logIn(String password) {
        return caller.logIn(alice.username(), password);
    }

    MvcTestResult logIn(String password, String otp) {
        return caller.post("/api/auth/login", Map.of("username", alice.username(), "password", password, "otp", otp));
    }

    MvcTestResult approve(Object body) {
        return caller.post("/api/approvals", body, token);
    }

    MvcTestResult newPin(Object body) {
        return caller.post("/api/auth/pin", body, token);
    }

    /** Whether she sees that she has an authenticator. */
    boolean me() {
        return JsonPath.read(bodyOf(caller.get("/api/auth/me", token)), "$.secondFactor");
    }

    /** How she proved who she is, as a fresh token tells it. */
    List<String> amr() throws ParseException {
        return amrOf(handle);
    }

    List<String> amrOf(String someHandle) throws ParseException {
        return Claims.of(tokenOf(someHandle)).getStringListClaim("amr");
    }

    private String tokenOf(String someHandle) {
        return Caller.text(caller.exchange(someHandle), "$.accessToken");
    }

    static List<String> codesIn(MvcTestResult answer) {
        return JsonPath.read(bodyOf(answer), "$.recoveryCodes");
    }

    static String bodyOf(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
