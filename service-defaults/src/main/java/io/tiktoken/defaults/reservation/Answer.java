package io.tiktoken.defaults.reservation;

/** Every answer that a command on a reservation can get. */
public enum Answer {
    /** It is as the command wants it, now or since an earlier one. */
    DONE,
    REFUSED,
    BODY_DIFFERS,
    NOT_RESERVED,
    ALREADY_COMMITTED,
    ALREADY_RELEASED,
    EXPIRED
}
