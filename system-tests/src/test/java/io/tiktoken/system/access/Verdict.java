package io.tiktoken.system.access;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.token.Claims;
import java.util.List;

/** What a caller must hear at an endpoint. */
enum Verdict {
    /** Anything that a part may say to somebody whom it serves, such as that there is no such thing. */
    LET_IN,
    UNAUTHENTICATED,
    FORBIDDEN,
    /** Whoever may know hears that there is no such thing, and no right would help. */
    NOT_THERE,
    SECOND_FACTOR_REQUIRED;

    private static final String API_AUDIENCE = "tiktoken-api";

    /** @param token what the caller shows, which may be nothing */
    static Verdict on(Caller caller, String token, Row row) {
        if (row.openTo().contains(Group.ANYTHING)) {
            return LET_IN;
        }
        if (row.openTo().contains(Group.SECRET)) {
            return UNAUTHENTICATED;
        }
        if (caller == Caller.NOBODY) {
            return row.openTo().contains(Group.ANYONE) ? LET_IN : UNAUTHENTICATED;
        }
        if (caller == Caller.EXPIRED) {
            return UNAUTHENTICATED;
        }
        if (!isFor(row.endpoint(), token)) {
            if (caller.isOneOf(row.openTo())) {
                throw new IllegalStateException("Callers gives %s no token for %s".formatted(caller, row));
            }
            return UNAUTHENTICATED;
        }
        return row.openTo().contains(Group.ANYONE) ? LET_IN : onSomebodyKnown(caller, row);
    }

    private static Verdict onSomebodyKnown(Caller caller, Row row) {
        if (row.openTo().isEmpty()) {
            return NOT_THERE;
        }
        if (!caller.isOneOf(row.openTo())) {
            return FORBIDDEN;
        }
        var administers = row.openTo().contains(Group.ADMINISTRATOR)
                && !row.openTo().contains(Group.CUSTOMER)
                && !row.endpoint().onlyReads();
        return administers && caller == Caller.ADMINISTRATOR_WITHOUT_SECOND_FACTOR ? SECOND_FACTOR_REQUIRED : LET_IN;
    }

    /** Internal paths open to tokens for that very part, all others to tokens for the API. */
    private static boolean isFor(Endpoint endpoint, String token) {
        var audience = Claims.of(token).all().get("aud");
        var expected = endpoint.isInternal() ? endpoint.part().module() : API_AUDIENCE;
        return audience.equals(expected) || audience.equals(List.of(expected));
    }

    boolean isHeardIn(Answer answer) {
        return switch (this) {
            case LET_IN ->
                answer.status() != 401
                        && answer.status() < 500
                        && !(answer.status() == 403
                                && List.of("forbidden", "second_factor_required")
                                        .contains(answer.code()));
            case UNAUTHENTICATED -> answer.status() == 401;
            case FORBIDDEN -> answer.status() == 403 && answer.code().equals("forbidden");
            case NOT_THERE -> answer.status() == 404;
            case SECOND_FACTOR_REQUIRED ->
                answer.status() == 403 && answer.code().equals("second_factor_required");
        };
    }
}
