package io.tiktoken.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.DeviceName;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.session.LogIn.Outcome.LoggedIn;
import io.tiktoken.auth.session.LogIn.Outcome.OtpRefused;
import io.tiktoken.auth.session.LogIn.Outcome.Refused;
import io.tiktoken.auth.session.LogIn.Outcome.Suspended;
import io.tiktoken.auth.session.LogIn.Outcome.TooManyTries;
import io.tiktoken.auth.session.LogOut;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.auth.user.web.PasswordProblems;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Logs people in and out, and tells them who they are. */
@RestController
@ForCustomers
class SessionController implements AnswersWhenPasswordsAreBusy {

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

    @Operation(summary = "Opens a session and sets its cookie")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LoggedInView.class)))
    @ApiResponse(
            responseCode = "401",
            description = "`invalid_credentials`, `otp_required`, `otp_incorrect` with `attemptsLeft`")
    @ApiResponse(responseCode = "403", description = "`account_suspended`")
    @ApiResponse(responseCode = "423", description = "`otp_locked`")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_requests`: too many wrong guesses, or tries at once, for this account")
    @ForAnyone
    @PostMapping("/api/auth/login")
    ResponseEntity<?> logIn(
            @Valid @RequestBody LoginRequest body,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            Actor actor) {
        return switch (logIn.logIn(body.toRequest(DeviceName.of(userAgent)), actor)) {
            case LoggedIn(var credentials, var handle) ->
                ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie.holding(handle, credentials.user()))
                        .body(view(credentials));
            case OtpRefused(var why) ->
                OtpProblem.of(HttpStatus.UNAUTHORIZED, why).response();
            case Suspended() ->
                Problem.of(
                                HttpStatus.FORBIDDEN,
                                "account_suspended",
                                "This account is suspended; please speak to the shop")
                        .response();
            case Refused() ->
                Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "invalid_credentials",
                                "Username and password do not belong together")
                        .response();
            case TooManyTries(var retryAfter) ->
                PasswordProblems.tooManyTries(retryAfter).response();
        };
    }

    @Operation(summary = "Ends this session and clears its cookie")
    @ApiResponse(responseCode = "204")
    @PostMapping("/api/auth/logout")
    ResponseEntity<Void> logOut(Person person, Actor actor) {
        logOut.logOut(new UserId(person.id()), new SessionId(person.session()), actor);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }

    @Operation(summary = "Who is logged in")
    @ApiResponse(responseCode = "200")
    @GetMapping("/api/auth/me")
    LoggedInView me(Person person) {
        return users.credentialsOf(new UserId(person.id()))
                .map(this::view)
                .orElseThrow(() -> ProblemException.notFound("This account no longer exists"));
    }

    private LoggedInView view(Credentials credentials) {
        return LoggedInView.of(
                credentials, authenticators.isEnabled(credentials.user().id()));
    }
}
