package io.tiktoken.auth.registration.web;

import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.user.web.UserView;

/** What somebody who registered has to write down: PIN and recovery code are shown this once. */
record RegisteredView(UserView user, String pin, String recoveryCode) {

    static RegisteredView of(Registered registered) {
        return new RegisteredView(
                UserView.of(registered.user()),
                registered.pin().digits(),
                registered.recoveryCode().text());
    }

    @Override
    public String toString() {
        return "RegisteredView[user=" + user + "]";
    }
}
