package io.tiktoken.auth.administration.web;

import io.tiktoken.auth.user.RecoveryCode;

/** A new recovery code, shown this once. */
record IssuedView(String recoveryCode) {

    static IssuedView of(RecoveryCode code) {
        return new IssuedView(code.text());
    }

    @Override
    public String toString() {
        return "IssuedView[not shown]";
    }
}
