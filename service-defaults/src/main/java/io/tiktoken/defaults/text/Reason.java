package io.tiktoken.defaults.text;

/** Why an administrator does something, in their own words, on one line and without what cannot be seen. */
public record Reason(String text) {

    /** What it must match; a character is what people take for one, whatever its encoding. */
    public static final String FORM = ".{3,140}";

    /** What is told when it does not. */
    public static final String MESSAGE = "must have 3 to 140 characters";

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
