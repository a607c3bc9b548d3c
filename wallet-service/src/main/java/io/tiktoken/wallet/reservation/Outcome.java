package io.tiktoken.wallet.reservation;

import static java.util.Objects.requireNonNull;

import io.tiktoken.wallet.approval.Verdict;

/** Every answer that a command about a reservation can get. */
public sealed interface Outcome {

    /** The reservation is now as the command wants it, or was already. */
    record Done(Reservation reservation) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    /** Nothing is remembered, so that it can be tried again with another approval. */
    record NotApproved(Verdict.Reason reason) implements Outcome {}

    /** The command contradicts what has happened. */
    enum Conflict implements Outcome {
        BODY_DIFFERS,
        NOT_RESERVED,
        ALREADY_RELEASED,
        ALREADY_COMMITTED,
        EXPIRED
    }

    /** The answer of a ruling that changes nothing. */
    static Outcome unchanged(Ruling ruling, Reservation reservation) {
        return switch (ruling) {
            case AS_IT_STANDS -> new Done(reservation);
            case SAME_REFUSAL -> new Refused(requireNonNull(reservation.refusal(), "refusal"));
            case BODY_DIFFERS -> Conflict.BODY_DIFFERS;
            case NOT_RESERVED -> Conflict.NOT_RESERVED;
            case ALREADY_RELEASED -> Conflict.ALREADY_RELEASED;
            case ALREADY_COMMITTED -> Conflict.ALREADY_COMMITTED;
            case HAS_EXPIRED -> Conflict.EXPIRED;
            case RESERVE, COMMIT, RELEASE, EXPIRE, REMEMBER_RELEASE, LEAVE ->
                throw new IllegalStateException("%s is not an answer about %s".formatted(ruling, reservation.id()));
        };
    }
}
