package io.tiktoken.auth.administration;

/** Why an administrator does something, in their own words, for whoever reads the audit later. */
public record Reason(String text) {

    /** What it must match; a character is what people take for one, whatever its encoding. */
    public static final String FORM = ".{3,140}";

    public Reason {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("This is not a reason");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
