package io.tiktoken.defaults.security;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What a caller without the right token is told. */
final class SecurityProblemHandler
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblemHandler.class);

    private final ProblemWriter problems;

    SecurityProblemHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(
                response,
                Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Log in first, or bring a valid access token"));
    }

    /** Not being able to check a token says nothing about the token. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            log.warn("A token could not be checked, the caller is asked to repeat: {}", reason.toString());
            problems.write(
                    response,
                    Problem.of(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "temporarily_unavailable",
                                    "Your access cannot be checked just now; please try again")
                            .retryAfterSeconds(1));
        } else {
            log.debug("A token was refused: {}", reason.toString());
            commence(request, response, reason);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        problems.write(
                response,
                SecondFactor.isMissing(reason)
                        ? Problem.of(
                                HttpStatus.FORBIDDEN,
                                "second_factor_required",
                                "Set up your authenticator, and log in with its code, before you change anything here")
                        : Problem.of(HttpStatus.FORBIDDEN, "forbidden", "You may not do this"));
    }
}
