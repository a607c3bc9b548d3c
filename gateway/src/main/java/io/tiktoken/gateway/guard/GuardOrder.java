package io.tiktoken.gateway.guard;

import org.springframework.core.Ordered;

/** In which order the guards stand: first what adds to every answer, then the cheapest refusals, last what waits. */
public final class GuardOrder {

    public static final int ANSWER_HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
    public static final int PLAIN_PATHS = ANSWER_HEADERS + 10;
    public static final int CROSS_SITE = PLAIN_PATHS + 10;
    public static final int HEADER_LIMIT = CROSS_SITE + 10;
    public static final int RATE_LIMITS = HEADER_LIMIT + 10;
    /** After the limits, so that what is refused here counts too. */
    public static final int PLAIN_HTTP = RATE_LIMITS + 10;

    public static final int BODY_LIMIT = PLAIN_HTTP + 10;

    private GuardOrder() {}
}
