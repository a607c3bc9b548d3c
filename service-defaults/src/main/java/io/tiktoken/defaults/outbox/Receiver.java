package io.tiktoken.defaults.outbox;

/** Whoever is told the messages of one kind, and may be told each repeatedly. */
@FunctionalInterface
public interface Receiver<M extends Message> {

    /** What it said. */
    enum Answer {
        /** It has the message, from now on or from an earlier time. */
        TAKEN,
        /** Something else is there under this id. */
        DIFFERS,
        NO_ANSWER
    }

    Answer tell(M message);
}
