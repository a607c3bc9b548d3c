package io.tiktoken.auth.client;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** What a machine calls itself when it asks for a token, such as {@code merchant-7k2mxq9d}. It is no secret. */
public record ClientId(String value) {

    /** No vowels, which could spell something, and nothing that is mistaken for something else when copied by hand. */
    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";

    private static final int RANDOM_LETTERS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ClientId random(ClientKind kind) {
        var letters = RANDOM.ints(RANDOM_LETTERS, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return new ClientId(kind.text() + "-" + letters);
    }

    @Override
    public String toString() {
        return value;
    }
}
