package io.tiktoken.auth.administration;

/** Why an administrator does something, in their own words, for whoever reads the audit later. */
public record Reason(String text) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 140;

    public Reason {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new IllegalArgumentException("This is not a reason");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
