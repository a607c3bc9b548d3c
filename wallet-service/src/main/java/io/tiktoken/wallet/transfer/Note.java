package io.tiktoken.wallet.transfer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A few words that go with the money, on one line and without what cannot be seen. */
public final class Note {

    public static final int LONGEST = 140;

    /** Control and format characters: some of them turn the text around, or hide a part of it. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    private Note() {}

    /** What was meant; null when that is nothing. */
    public static @Nullable String cleaned(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var visible = INVISIBLE.matcher(typed).replaceAll(" ");
        var cleaned = SPACES.matcher(visible).replaceAll(" ").strip();
        return cleaned.isEmpty() ? null : cleaned;
    }
}
