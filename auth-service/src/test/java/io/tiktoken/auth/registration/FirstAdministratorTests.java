package io.tiktoken.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.session.DeviceName;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.user.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

@VerbTest
@ExtendWith(OutputCaptureExtension.class)
// A service of its own, because the administrator is made when it starts, and that is what has to be seen.
@TestPropertySource(properties = "tiktoken.first-administrator.file=target/test-databases/${random.uuid}/first.txt")
class FirstAdministratorTests {

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    FirstAdministratorSettings settings;

    @Autowired
    LogIn logIn;

    @Test
    void isMadeOnceAndOnlyTheOperatorIsTold(CapturedOutput output) throws IOException {
        firstAdministrator.prepare();
        var lines = Files.readAllLines(settings.file());
        firstAdministrator.prepare();

        assertThat(Files.readAllLines(settings.file())).isEqualTo(lines);
        assertThat(Files.getPosixFilePermissions(settings.file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(lines.get(0)).startsWith("admin/");
        assertThat(lines.get(1)).matches("PIN [0-9]{6}");

        var password = lines.get(0).substring("admin/".length());
        var loggedIn = (LogIn.Outcome.LoggedIn) logIn.logIn(
                new LogIn.Request(FirstAdministrator.USERNAME.value(), password, Optional.empty(), DeviceName.UNKNOWN),
                People.CALLER);
        assertThat(loggedIn.credentials().user().roles()).containsExactly(Role.CUSTOMER, Role.ADMIN);
        assertThat(output).contains("first.txt").doesNotContain(password);
    }
}
