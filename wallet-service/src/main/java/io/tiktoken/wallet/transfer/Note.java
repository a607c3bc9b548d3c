package io.tiktoken.wallet.transfer;

import io.tiktoken.defaults.text.VisibleText;
import org.jspecify.annotations.Nullable;

/** A few words that go with the money, on one line and without what cannot be seen. */
public final class Note {

    public static final int LONGEST = 140;

    private Note() {}

    /** What was meant; null when that is nothing. */
    public static @Nullable String cleaned(@Nullable String typed) {
        var cleaned = typed == null ? "" : VisibleText.of(typed);
        return cleaned.isEmpty() ? null : cleaned;
    }
}
