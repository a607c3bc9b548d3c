package io.tiktoken.auth.client.web;

import java.util.UUID;

/** Another secret, shown this once. */
record NewSecretView(UUID id, String secret) {

    @Override
    public String toString() {
        return "NewSecretView[id=" + id + "]";
    }
}
