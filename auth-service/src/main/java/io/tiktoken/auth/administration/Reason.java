package io.tiktoken.auth.administration;

import java.util.regex.Pattern;

/** Why an administrator does something, in their own words, for whoever reads the audit later. */
public record Reason(String text) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 140;

    /** Control and format characters could make an audit read as something else. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");

    public Reason {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new IllegalArgumentException("This is not a reason");
        }
    }

    /** What was typed without what cannot be seen. */
    public static String cleaned(String typed) {
        var visible = INVISIBLE.matcher(typed).replaceAll(" ");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
