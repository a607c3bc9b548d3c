package io.tiktoken.auth.pin.web;

/** The new PIN, shown this once. */
record PinView(String pin) {

    @Override
    public String toString() {
        return "PinView[not shown]";
    }
}
