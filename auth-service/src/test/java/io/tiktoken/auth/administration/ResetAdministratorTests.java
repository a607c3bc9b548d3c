package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.administration.ResetAdministrator.Outcome.NotAnAdministrator;
import io.tiktoken.auth.administration.ResetAdministrator.Outcome.Reset;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@AdministrationTest
@ExtendWith(OutputCaptureExtension.class)
class ResetAdministratorTests {

    @Autowired
    Staff staff;

    @Autowired
    ResetAdministrator resetAdministrator;

    @Autowired
    Users users;

    @Autowired
    LogIn logIn;

    @Autowired
    UserDirectory directory;

    @Test
    void bringsBackWhoLostEverything(CapturedOutput output) throws IOException {
        var carol = staff.administrator();
        staff.suspend(carol, Duration.ZERO);

        var file = ((Reset) reset(carol)).file();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith(carol.username() + "/");
        assertThat(lines.get(1)).isEqualTo("PIN unchanged");
        var password = lines.get(0).substring(carol.username().value().length() + 1);
        assertThat(logIn.logIn(People.logIn(carol, password), People.CALLER))
                .isInstanceOf(LogIn.Outcome.LoggedIn.class);
        assertThat(users.credentialsOf(carol.id())).hasValueSatisfying(Credentials::passwordIsOneTime);
        var details = directory.get(carol.id());
        assertThat(details.passwordMustChange()).isTrue();
        assertThat(details.summary().secondFactor()).isFalse();
        assertThat(details.suspendedAt()).isNull();
        assertThat(staff.eventsAbout(carol.id())).contains("ADMINISTRATOR_RESET by null: null");
        assertThat(output).doesNotContain(password);
    }

    @Test
    void endsEverySessionAndTheOldPassword() {
        var carol = staff.administrator();
        var before = staff.recoveryCodeHash(carol);

        reset(carol);

        assertThat(directory.get(carol.id()).sessions()).isZero();
        assertThat(staff.logIn(carol)).isInstanceOf(LogIn.Outcome.Refused.class);
        assertThat(staff.recoveryCodeHash(carol)).isNotEqualTo(before);
    }

    @Test
    void nobodyBecomesAnAdministratorByIt() {
        var alice = staff.customer();
        staff.logIn(alice);

        assertThat(reset(alice)).isInstanceOf(NotAnAdministrator.class);
        assertThat(resetAdministrator.reset(Optional.empty())).isInstanceOf(NotAnAdministrator.class);
        assertThat(resetAdministrator.reset(Username.typed("nobody-at-all"))).isInstanceOf(NotAnAdministrator.class);
        assertThat(staff.logIn(alice)).isInstanceOf(LogIn.Outcome.LoggedIn.class);
        assertThat(directory.get(alice.id()).sessions()).isEqualTo(2);
    }

    private ResetAdministrator.Outcome reset(User user) {
        return resetAdministrator.reset(Optional.of(user.username()));
    }
}
