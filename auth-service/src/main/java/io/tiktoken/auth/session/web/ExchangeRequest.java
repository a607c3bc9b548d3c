package io.tiktoken.auth.session.web;

import io.tiktoken.auth.session.SessionHandle;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the gateway found in a cookie. */
record ExchangeRequest(@NotNull @Size(max = 200) String handle) {

    SessionHandle toHandle() {
        return new SessionHandle(handle);
    }

    @Override
    public String toString() {
        return "ExchangeRequest[not shown]";
    }
}
