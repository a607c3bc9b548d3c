package io.tiktoken.auth.shownonce;

/** What was answered, to the letter. It never prints its secrets. */
public record KeptAnswer(int status, String json) {

    @Override
    public String toString() {
        return "KeptAnswer[status=" + status + "]";
    }
}
