package io.tiktoken.auth.registration.web;

/** The next recovery code, shown this once. */
record RecoveredView(String recoveryCode) {

    @Override
    public String toString() {
        return "RecoveredView[not shown]";
    }
}
