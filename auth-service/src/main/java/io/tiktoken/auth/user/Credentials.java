package io.tiktoken.auth.user;

/** A person together with the hash of their password, for those who check it. */
public record Credentials(User user, String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
