package io.tiktoken.fx.clients;

import java.io.IOException;

/** An answer went on for longer than any honest one does. */
final class EndlessAnswerException extends IOException {

    private final String how;

    EndlessAnswerException(String how) {
        super(how);
        this.how = how;
    }

    String how() {
        return how;
    }
}
