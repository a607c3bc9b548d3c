package io.tiktoken.wallet.audit;

import java.util.regex.Pattern;

/** Why an administrator does something, in their own words, on one line and without what cannot be seen. */
public record Reason(String text) {

    /** What a {@link #cleaned} text must match; a character is what people take for one, whatever its encoding. */
    public static final String FORM = ".{3,140}";

    /** Control and format characters could make an audit read as something else. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    public Reason {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("This is not a reason");
        }
    }

    /** What was meant by what was typed. */
    public static String cleaned(String typed) {
        var visible = INVISIBLE.matcher(typed).replaceAll(" ");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
