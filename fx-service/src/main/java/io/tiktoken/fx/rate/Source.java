package io.tiktoken.fx.rate;

import java.util.Arrays;

/** Where a table of rates came from. */
public enum Source {
    BUNDLED("bundled"),
    EXCHANGERATE_API("exchangerate-api"),
    OPEN_ER_API("open-er-api");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** The name in the database, on the wire and in the log. */
    public String label() {
        return label;
    }

    static Source labelled(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label.equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No source is labelled " + label));
    }
}
