package io.tiktoken.auth.client;

import io.tiktoken.auth.user.RandomText;

/** What a machine calls itself when it asks for a token, such as {@code merchant-7k2mxq9d}. It is no secret. */
public record ClientId(String value) {

    /** No vowels, which could spell something, and nothing that is mistaken for something else when copied by hand. */
    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";

    private static final int RANDOM_LETTERS = 8;

    static ClientId random(ClientKind kind) {
        return new ClientId(kind.text() + "-" + RandomText.of(LETTERS, RANDOM_LETTERS));
    }

    @Override
    public String toString() {
        return value;
    }
}
