package io.tiktoken.auth.client.web;

/** A new client and its secret, shown this once. */
record NewClientView(ClientView client, String secret) {

    @Override
    public String toString() {
        return "NewClientView[client=" + client + "]";
    }
}
