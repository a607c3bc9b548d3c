package io.tiktoken.defaults.reservation;

/**
 * One cell of the truth table.
 *
 * @param next the state that follows; when it is another one, the effect follows in the same write
 */
public record Ruling(ReservationState next, Answer answer) {}
