package io.tiktoken.order.purchase;

import java.time.Instant;

/**
 * How a purchase fares at its present step.
 *
 * @param silences how often the call got no answer
 * @param surprises how often it got an answer that the contract does not know
 * @param dueAt before which nobody else touches the purchase: while somebody works on it this is their
 *     lease, afterwards the pause before the next try
 */
record Patience(int silences, int surprises, Instant dueAt) {

    static Patience fresh(Instant dueAt) {
        return new Patience(0, 0, dueAt);
    }

    Patience unanswered(Instant nextTry) {
        return new Patience(silences + 1, surprises, nextTry);
    }

    Patience surprised(Instant nextTry) {
        return new Patience(silences, surprises + 1, nextTry);
    }

    int tries() {
        return silences + surprises;
    }
}
