package io.tiktoken.order.clients;

import java.util.Set;

/**
 * Which refusals of a command are definite: these, status and code together, and no others.
 *
 * @param refusals as {@code "status code"}; all codes that begin with {@code approval_} are one
 */
record Contract(Set<String> refusals) {

    private static final String ANY_APPROVAL = "approval_…";

    static final Contract RESERVE_STOCK =
            new Contract(Set.of("409 out_of_stock", "409 already_released", "409 expired"));

    static final Contract RESERVE_FUNDS = new Contract(Set.of(
            "402 insufficient_funds",
            "403 " + ANY_APPROVAL,
            "409 already_released",
            "409 expired",
            "422 limit_exceeded",
            "422 wallet_frozen",
            "422 payee_frozen"));

    static final Contract COMMIT = new Contract(Set.of("404 not_reserved", "409 already_released", "409 expired"));

    static final Contract RELEASE = new Contract(Set.of("409 already_committed"));

    static final Contract TAKE_BACK = new Contract(Set.of("409 exceeds_committed"));

    /** The payee's wallet may no longer hold what it was paid. */
    static final Contract REFUND = new Contract(Set.of("402 insufficient_funds", "409 exceeds_committed"));

    boolean lists(int status, String code) {
        return refusals.contains(status + " " + (code.startsWith("approval_") ? ANY_APPROVAL : code));
    }
}
