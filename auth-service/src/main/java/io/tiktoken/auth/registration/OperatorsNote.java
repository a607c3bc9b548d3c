package io.tiktoken.auth.registration;

import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.Username;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the operator of this machine, and nobody else, how an administrator gets in: in a file for its owner only. */
@Component
public class OperatorsNote {

    private final FirstAdministratorSettings settings;

    OperatorsNote(FirstAdministratorSettings settings) {
        this.settings = settings;
    }

    /**
     * Replaces an earlier note.
     *
     * @param pin empty when it stays as it was
     * @return where the note is
     */
    public Path write(Username username, String password, Optional<Pin> pin, RecoveryCode recoveryCode) {
        var file = settings.file().toAbsolutePath();
        var text = """
                %s/%s
                PIN %s
                recovery code %s

                The password is to be changed at the first log-in: until then it opens no administration.
                Then set up an authenticator and log in with its code: only that allows to change anything.
                """.formatted(username, password, pin.map(Pin::digits).orElse("unchanged"), recoveryCode.text());
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
