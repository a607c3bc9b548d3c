package io.tiktoken.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.DeviceName;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.session.LogIn.Outcome;
import io.tiktoken.auth.session.LogOut;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.auth.user.web.UserView;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Logs people in and out, and tells them who they are. */
@RestController
@ForCustomers
@Tag(name = "Sessions", description = "Logging in and out, and where somebody is logged in.")
class SessionController {

    /** What somebody who logs in sends. */
    record LoginRequest(
            @NotNull @Size(max = 64) @Schema(example = "alice")
            String username,

            @NotNull @CodePointLength(max = Passwords.LONGEST) @Schema(example = "maple under nine bridges")
            String password,

            @Nullable @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
            String otp) {

        LogIn.Request from(DeviceName device) {
            return new LogIn.Request(
                    username, password, Optional.ofNullable(otp).map(Otp::typed), device);
        }

        @Override
        public String toString() {
            return "LoginRequest[not shown]";
        }
    }

    /**
     * Who is logged in.
     *
     * @param passwordMustChange somebody else has seen the password: until it is changed, it opens no administration
     * @param secondFactor whether they have an authenticator
     */
    record LoggedInView(UserView user, boolean passwordMustChange, boolean secondFactor) {}

    private final LogIn logIn;
    private final LogOut logOut;
    private final Users users;
    private final Authenticators authenticators;
    private final SessionCookie cookie;

    SessionController(LogIn logIn, LogOut logOut, Users users, Authenticators authenticators, SessionCookie cookie) {
        this.logIn = logIn;
        this.logOut = logOut;
        this.users = users;
        this.authenticators = authenticators;
        this.cookie = cookie;
    }

    @PostMapping("/api/auth/login")
    @Operation(
            summary = "Opens a session and sets its cookie",
            description =
                    "Whoever has an authenticator also sends its code; attemptsLeft says how often it may be wrong.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LoggedInView.class)))
    @Refuses({
        Code.INVALID_CREDENTIALS,
        Code.LOGIN_OTP_REQUIRED,
        Code.LOGIN_OTP_INCORRECT,
        Code.OTP_LOCKED,
        Code.OTP_TOO_EARLY,
        Code.TOO_MANY_RECOVERY_CODES,
        Code.ACCOUNT_SUSPENDED,
        Code.TOO_MANY_TRIES,
        Code.PASSWORDS_BUSY
    })
    @ForAnyone
    ResponseEntity<?> logIn(
            @Valid @RequestBody LoginRequest body,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            Actor actor) {
        return switch (logIn.logIn(body.from(DeviceName.of(userAgent)), actor)) {
            case Outcome.LoggedIn(var credentials, var handle) ->
                ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie.holding(handle, credentials.user()))
                        .body(view(credentials));
            case Outcome.OtpRefused(var why) -> OtpProblem.atLogin(why).response();
            case Outcome.Suspended() -> Code.ACCOUNT_SUSPENDED.response();
            case Outcome.Refused() -> Code.INVALID_CREDENTIALS.response();
            case Outcome.TooManyTries(var wait) ->
                Code.TOO_MANY_TRIES.problem().retryAfter(wait).response();
        };
    }

    @PostMapping("/api/auth/logout")
    @Operation(summary = "Ends this session and clears its cookie", description = "Other sessions go on.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> logOut(Person person, Actor actor) {
        logOut.logOut(new UserId(person.id()), new SessionId(person.session()), actor);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }

    @GetMapping("/api/auth/me")
    @Operation(summary = "Who is logged in", description = "And whether they have to change their password.")
    @Refuses(Code.ACCOUNT_GONE)
    LoggedInView me(Person person) {
        return users.credentialsOf(new UserId(person.id())).map(this::view).orElseThrow(Code.ACCOUNT_GONE::exception);
    }

    private LoggedInView view(Credentials credentials) {
        var user = credentials.user();
        return new LoggedInView(
                UserView.of(user), credentials.passwordIsOneTime(), authenticators.isEnabled(user.id()));
    }
}
