package io.tiktoken.auth.user;

import io.tiktoken.auth.user.AccountThrottle.Guess;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Does whoever is logged in know their own password? A stolen session shall not be a place to guess it, so wrong
 * guesses are bounded like those at log-in.
 */
@Component
public class OwnPassword {

    /** Every answer to a password. */
    public sealed interface Outcome {

        /**
         * It was right when it was compared; the write that it is for asks whether it {@link #stillIs}.
         *
         * @param hash what it was compared to
         */
        record Right(String hash) implements Outcome {

            @Override
            public String toString() {
                return "Right[not shown]";
            }
        }

        record Wrong() implements Outcome {}

        record TooManyTries(Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Passwords passwords;
    private final AccountThrottle throttle;

    OwnPassword(Users users, Passwords passwords, AccountThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** Compares, outside any transaction. */
    public Outcome check(UserId user, String password) {
        return users.credentialsOf(user)
                .map(known -> throttle.<Outcome>attempt(
                        Guess.PASSWORD,
                        known.user().username().value(),
                        () -> passwords.match(password, known.passwordHash())
                                ? new Outcome.Right(known.passwordHash())
                                : new Outcome.Wrong(),
                        Outcome.Wrong.class::isInstance,
                        Outcome.TooManyTries::new))
                .orElseGet(Outcome.Wrong::new);
    }

    /** Whether the password has not been changed since. Asked inside the write that a right one was given for. */
    public boolean stillIs(UserId user, Outcome.Right right) {
        return users.credentialsOf(user)
                .filter(known -> known.passwordHash().equals(right.hash()))
                .isPresent();
    }
}
