package io.tiktoken.wallet.reservation;

import static java.util.Objects.requireNonNull;

import io.tiktoken.defaults.reservation.Answer;
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

    static Outcome of(Answer answer, Reservation reservation) {
        return switch (answer) {
            case DONE -> new Done(reservation);
            case REFUSED -> new Refused(requireNonNull(reservation.refusal(), "refusal"));
            case BODY_DIFFERS -> Conflict.BODY_DIFFERS;
            case NOT_RESERVED -> Conflict.NOT_RESERVED;
            case ALREADY_RELEASED -> Conflict.ALREADY_RELEASED;
            case ALREADY_COMMITTED -> Conflict.ALREADY_COMMITTED;
            case EXPIRED -> Conflict.EXPIRED;
        };
    }
}
