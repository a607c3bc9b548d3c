package io.tiktoken.fx.rate.web;

import io.tiktoken.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What a client is told when there is no table that money may be exchanged at. */
public final class RatesProblems {

    private RatesProblems() {}

    public static Problem unavailable(Duration retryAfter) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "rates_unavailable",
                        "There are no recent exchange rates just now. Please try again later.")
                .retryAfterSeconds(retryAfter.toSeconds());
    }
}
