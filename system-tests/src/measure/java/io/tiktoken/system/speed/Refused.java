package io.tiktoken.system.speed;

import java.io.IOException;

/** The shop answered something else than was asked for; the message is the status and the problem's code. */
final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused(String what) {
        super(what);
    }
}
