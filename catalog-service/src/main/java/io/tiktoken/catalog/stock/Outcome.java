package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.reservation.Answer;

/**
 * How a command on a reservation ended.
 *
 * @param reservation as it stands now
 */
public record Outcome(Answer answer, Reservation reservation) {}
