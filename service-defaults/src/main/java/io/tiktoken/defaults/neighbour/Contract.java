package io.tiktoken.defaults.neighbour;

import java.util.Set;

/**
 * Which refusals of one call are definite: these, status and code together, and no others.
 *
 * @param refusals each as {@code "status code"}; one that ends in {@code …} stands for all that begin so
 */
public record Contract(Set<String> refusals) {

    private static final String ANY = "…";

    public static Contract of(String... refusals) {
        return new Contract(Set.of(refusals));
    }

    /**
     * What anything but a readable success means.
     *
     * @param code the problem document's, or a few words in its place
     * @param neighbour by whom, for the operator
     */
    public <T> Answer<T> judge(int status, String code, String neighbour) {
        var answer = status + " " + code;
        if (refusals.stream().anyMatch(listed -> stands(listed, answer))) {
            return new Answer.No<>(code);
        }
        var why = answer + " by " + neighbour;
        return saysNothingAboutTheCall(status) ? new Answer.NoAnswer<>(why) : new Answer.Unexpected<>(why);
    }

    private static boolean stands(String listed, String answer) {
        return listed.endsWith(ANY)
                ? answer.startsWith(listed.substring(0, listed.length() - ANY.length()))
                : answer.equals(listed);
    }

    /** Not let in, too busy, or broken; or a success that broke off while it was read. */
    private static boolean saysNothingAboutTheCall(int status) {
        return switch (status) {
            case 401, 403, 408, 425, 429 -> true;
            default -> status >= 500 || status < 300;
        };
    }
}
