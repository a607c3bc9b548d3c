package io.tiktoken.fx.rate.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.fx.web.Code;
import java.time.Duration;

/** What a client is told when there is no table that money may be exchanged at. */
public final class RatesProblems {

    private RatesProblems() {}

    public static Problem unavailable(Duration retryAfter) {
        return Code.RATES_UNAVAILABLE.problem().retryAfterSeconds(retryAfter.toSeconds());
    }
}
