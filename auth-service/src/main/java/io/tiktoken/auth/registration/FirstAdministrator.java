package io.tiktoken.auth.registration;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.defaults.runtime.Preparation;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Somebody has to be the first: a service without any administrator makes one, and tells only the operator. */
@Component
class FirstAdministrator implements Preparation {

    /** Nobody can register with it, so that it is free at the first start. */
    static final Username USERNAME = new Username("admin");

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Users users;
    private final Passwords passwords;
    private final NewAccounts newAccounts;
    private final OperatorsNote note;
    private final Ids ids;

    FirstAdministrator(Users users, Passwords passwords, NewAccounts newAccounts, OperatorsNote note, Ids ids) {
        this.users = users;
        this.passwords = passwords;
        this.newAccounts = newAccounts;
        this.note = note;
        this.ids = ids;
    }

    @Override
    public void prepare() {
        if (users.includeAnAdministrator()) {
            return;
        }
        var user = new User(new UserId(ids.next()), USERNAME, new DisplayName("Administrator"), true, false);
        var password = RecoveryCode.random().text();
        var pin = Pin.random();
        var recoveryCode = RecoveryCode.random();
        // The note first: a crash in between leaves one that the next start replaces, never a lost password.
        var file = note.write(USERNAME, password, Optional.of(pin), recoveryCode);
        var credentials = new Credentials(user, passwords.hash(password), true);
        if (newAccounts.add(credentials, pin, recoveryCode, Actor.THE_SHOP)) {
            log.info("Made the first administrator; user name, password and PIN are in {}", file);
        }
    }
}
