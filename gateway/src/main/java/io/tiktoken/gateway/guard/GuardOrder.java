package io.tiktoken.gateway.guard;

import org.springframework.core.Ordered;

/** In which order the guards stand: first what adds to every answer, then the cheapest refusals, last what waits. */
final class GuardOrder {

    static final int ANSWER_HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
    static final int PLAIN_PATHS = ANSWER_HEADERS + 10;
    static final int CROSS_SITE = PLAIN_PATHS + 10;
    static final int WHOLE_BODY = CROSS_SITE + 10;

    private GuardOrder() {}
}
