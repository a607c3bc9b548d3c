package io.tiktoken.auth.registration;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.CommonPasswords;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Ids;
import org.springframework.stereotype.Service;

/** Makes a customer of whoever brings a free username and a password that is not everybody's first guess. */
@Service
public class RegisterUser {

    /** Who wants to register. */
    public record Request(Username username, String password, DisplayName displayName) {

        @Override
        public String toString() {
            return "Request[username=" + username + "]";
        }
    }

    /** Every answer to a registration. */
    public sealed interface Outcome {

        /** PIN and recovery code are known only now: what is stored are their hashes. */
        record Registered(User user, Pin pin, RecoveryCode recoveryCode) implements Outcome {}

        record UsernameTaken() implements Outcome {}

        record PasswordTooCommon() implements Outcome {}
    }

    private final Users users;
    private final CommonPasswords commonPasswords;
    private final Passwords passwords;
    private final NewAccounts newAccounts;
    private final SingleWriter writer;
    private final Ids ids;

    RegisterUser(
            Users users,
            CommonPasswords commonPasswords,
            Passwords passwords,
            NewAccounts newAccounts,
            SingleWriter writer,
            Ids ids) {
        this.users = users;
        this.commonPasswords = commonPasswords;
        this.passwords = passwords;
        this.newAccounts = newAccounts;
        this.writer = writer;
        this.ids = ids;
    }

    public Outcome register(Request request, Actor by, Keep<Outcome.Registered> keep) {
        if (commonPasswords.include(request.password(), request.username())) {
            return new Outcome.PasswordTooCommon();
        }
        if (isTaken(request.username())) { // Asked early only to spare the hashing; adding asks again.
            return new Outcome.UsernameTaken();
        }
        var user = new User(new UserId(ids.next()), request.username(), request.displayName(), false, false);
        var credentials = new Credentials(user, passwords.hash(request.password()), false);
        return writer.write(() -> added(credentials, by.knownAs(user.id()), keep));
    }

    private Outcome added(Credentials credentials, Actor by, Keep<Outcome.Registered> keep) {
        var user = credentials.user();
        var registered = new Outcome.Registered(user, Pin.random(), RecoveryCode.random());
        if (!newAccounts.add(credentials, registered.pin(), registered.recoveryCode(), by)) {
            return new Outcome.UsernameTaken();
        }
        keep.keep(user.id().toString(), registered);
        return registered;
    }

    private boolean isTaken(Username username) {
        return ReservedNames.include(username) || users.byName(username).isPresent();
    }
}
