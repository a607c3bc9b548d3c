package io.tiktoken.defaults.database;

/** The database file is not one that this service may work on; starting would make matters worse. */
public final class DatabaseRefusedException extends RuntimeException {

    DatabaseRefusedException(String sentence) {
        super(sentence);
    }

    DatabaseRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
