package io.tiktoken.auth.session.web;

import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.web.UserView;

/**
 * Who is logged in.
 *
 * @param secondFactor whether they have an authenticator
 */
record LoggedInView(UserView user, boolean secondFactor) {

    static LoggedInView of(User user, boolean secondFactor) {
        return new LoggedInView(UserView.of(user), secondFactor);
    }
}
