package io.tiktoken.defaults.runtime;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what Tomcat lets through although nobody can read it: a method that no standard knows, a query or a form
 * whose percent-encoding is not UTF-8, and a path that {@code X-Forwarded-Prefix} says to begin elsewhere, where no
 * service of ours is. Whoever asked for a parameter or a path of such a request would get an exception instead.
 */
final class MalformedRequestFilter extends OncePerRequestFilter {

    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    private final ProblemWriter problems;

    MalformedRequestFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            problems.write(
                    response,
                    Problem.of(HttpStatus.NOT_IMPLEMENTED, "not_implemented", "No part of the shop knows this method"));
        } else if (!request.getContextPath().isEmpty()) {
            problems.write(response, malformed("Nothing here is reached under a prefix"));
        } else if (!isReadable(request.getQueryString())) {
            problems.write(response, malformed("The query is not percent-encoded UTF-8"));
        } else {
            goOn(request, response, chain);
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadableForm) {
            // From a filter that reads a form, such as the token endpoint's: Tomcat parses it at that moment.
            problems.write(response, malformed("The form in the request's body cannot be read"));
        }
    }

    private static boolean isReadable(@Nullable String query) {
        return query == null || PercentEncoding.isWellFormed(query);
    }

    private static Problem malformed(String sentence) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed_request", sentence);
    }
}
