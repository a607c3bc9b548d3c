package io.tiktoken.catalog.stock;

/** Every answer that a command on a reservation can get. */
public enum Answer {
    DONE,
    OUT_OF_STOCK,
    BODY_DIFFERS,
    NOT_RESERVED,
    ALREADY_COMMITTED,
    ALREADY_RELEASED,
    EXPIRED
}
