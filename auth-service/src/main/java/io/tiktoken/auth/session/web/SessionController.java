package io.tiktoken.auth.session.web;

import static java.util.Objects.requireNonNull;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.session.LogIn.Outcome.LoggedIn;
import io.tiktoken.auth.session.LogIn.Outcome.OtpRefused;
import io.tiktoken.auth.session.LogIn.Outcome.Refused;
import io.tiktoken.auth.session.LogIn.Outcome.Suspended;
import io.tiktoken.auth.session.LogOut;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Logs people in and out, and tells them who they are. */
@RestController
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

    @PostMapping("/api/auth/login")
    ResponseEntity<?> logIn(@Valid @RequestBody LoginRequest body, Actor actor) {
        return switch (logIn.logIn(Username.typed(body.username()), body.password(), body.toOtp(), actor)) {
            case LoggedIn(var user, var handle) ->
                ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie.holding(handle))
                        .body(view(user));
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
        };
    }

    @PostMapping("/api/auth/logout")
    ResponseEntity<Void> logOut(Person person, @AuthenticationPrincipal Jwt token, Actor actor) {
        logOut.logOut(new UserId(person.id()), SessionId.of(requireNonNull(token.getClaimAsString("sid"))), actor);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }

    @GetMapping("/api/auth/me")
    LoggedInView me(Person person) {
        return users.byId(new UserId(person.id()))
                .map(this::view)
                .orElseThrow(() -> ProblemException.notFound("This account no longer exists"));
    }

    private LoggedInView view(User user) {
        return LoggedInView.of(user, authenticators.isEnabled(user.id()));
    }
}
