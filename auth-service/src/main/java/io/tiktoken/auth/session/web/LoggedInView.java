package io.tiktoken.auth.session.web;

import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.web.UserView;

/**
 * Who is logged in.
 *
 * @param passwordMustChange somebody else has seen the password: until it is changed, it opens no administration
 * @param secondFactor whether they have an authenticator
 */
record LoggedInView(UserView user, boolean passwordMustChange, boolean secondFactor) {

    static LoggedInView of(Credentials credentials, boolean secondFactor) {
        return new LoggedInView(UserView.of(credentials.user()), credentials.passwordIsOneTime(), secondFactor);
    }
}
