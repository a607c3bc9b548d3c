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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Somebody has to be the first: a service without any administrator makes one, and tells only the operator. */
@Component
class FirstAdministrator implements ApplicationRunner {

    /** Nobody can register with it, so that it is free at the first start. */
    static final Username USERNAME = new Username("admin");

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Users users;
    private final Passwords passwords;
    private final NewAccounts newAccounts;
    private final FirstAdministratorSettings settings;
    private final Ids ids;

    FirstAdministrator(
            Users users, Passwords passwords, NewAccounts newAccounts, FirstAdministratorSettings settings, Ids ids) {
        this.users = users;
        this.passwords = passwords;
        this.newAccounts = newAccounts;
        this.settings = settings;
        this.ids = ids;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (users.includeAnAdministrator()) {
            return;
        }
        var user = new User(new UserId(ids.next()), USERNAME, new DisplayName("Administrator"), true, false);
        var password = RecoveryCode.random().text();
        var pin = Pin.random();
        // The file first: a crash in between leaves a file that the next start replaces, never a lost password.
        tellTheOperator(password, pin);
        var credentials = new Credentials(user, passwords.hash(password), true);
        if (newAccounts.add(credentials, pin, RecoveryCode.random(), Actor.THE_SHOP)) {
            log.info("Made the first administrator; user name, password and PIN are in {}", settings.file());
        }
    }

    private void tellTheOperator(String password, Pin pin) throws IOException {
        var file = settings.file().toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "%s/%s%nPIN %s%n".formatted(USERNAME, password, pin.digits()));
    }
}
