package io.tiktoken.gateway.guard;

import org.springframework.core.Ordered;

/** In which order the door is kept: first what adds to every answer, then the cheapest refusals, last what waits. */
public final class GuardOrder {

    static final int ANSWER_HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
    static final int GUARDS = ANSWER_HEADERS + 10;
    static final int BODY_LIMIT = GUARDS + 10;

    static final int PLAIN_PATHS = 1;
    static final int CROSS_SITE = 2;
    static final int HEADER_LIMIT = 3;
    public static final int RATE_LIMITS = 4;
    /** After the limits, so that what is refused here counts too. */
    static final int PLAIN_HTTP = 5;

    private GuardOrder() {}
}
