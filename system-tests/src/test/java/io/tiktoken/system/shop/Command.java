package io.tiktoken.system.shop;

import java.util.regex.Pattern;

/** What order-service can ask of the wallet or the catalogue while it buys. */
public enum Command {
    RESERVE(""),
    COMMIT("/commit"),
    RELEASE("/release");

    private final Pattern path;

    Command(String ending) {
        this.path = Pattern.compile("/internal/reservations/[^/]+" + ending);
    }

    boolean is(String method, String requestPath) {
        return method.equals("PUT") && path.matcher(requestPath).matches();
    }
}
