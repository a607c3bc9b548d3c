package io.tiktoken.system.access;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the table of things that belong to somebody.
 *
 * @param body what a request to it says, if it must say something
 */
record OwnedThing(Endpoint endpoint, Kind kind, String body) {

    /** What it is that somebody owns. */
    enum Kind {
        NOBODYS,
        ORDER,
        TOP_UP,
        TRANSACTION,
        MONEY_REQUEST,
        SESSION
    }

    static OwnedThing parse(String line) {
        var words = Arrays.asList(line.strip().split("\\s+", 5));
        var endpoint = Endpoint.parse(words);
        var kind = Kind.valueOf(words.get(3).toUpperCase(Locale.ROOT).replace('-', '_'));
        return new OwnedThing(endpoint, kind, words.size() == 5 ? words.get(4) : "{}");
    }

    boolean isSomebodys() {
        return kind != Kind.NOBODYS;
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
