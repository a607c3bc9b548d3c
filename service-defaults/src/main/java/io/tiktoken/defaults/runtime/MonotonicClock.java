package io.tiktoken.defaults.runtime;

/** Tells how much time passes, whatever anybody sets the system's clock to. It does not tell what time it is. */
@FunctionalInterface
public interface MonotonicClock {

    /** Nanoseconds since some moment; only the difference between two answers means anything. */
    long nanos();
}
