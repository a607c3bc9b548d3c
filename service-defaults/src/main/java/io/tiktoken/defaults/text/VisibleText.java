package io.tiktoken.defaults.text;

import java.util.regex.Pattern;

/** What somebody types for others to read, on one line and without what cannot be seen. */
public final class VisibleText {

    /** Control and format characters: some of them turn the text around, hide a part of it or make it look like another. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    private VisibleText() {}

    /** What was meant by what was typed; empty when there is nothing to see. */
    public static String of(String typed) {
        var visible = INVISIBLE.matcher(typed).replaceAll(" ");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }
}
