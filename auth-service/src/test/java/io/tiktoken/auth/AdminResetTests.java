package io.tiktoken.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class AdminResetTests {

    @TempDir
    Path data;

    @Test
    void bringsTheFirstAdministratorBackWhileTheServiceIsDown(CapturedOutput output) throws IOException {
        service().close();
        var before = Files.readString(note());

        assertThat(AdminReset.run(arguments("admin-reset"))).isEqualTo(AdminReset.DONE);

        var password = Files.readAllLines(note()).getFirst();
        assertThat(password).startsWith("admin/");
        assertThat(before).doesNotContain(password);
        assertThat(output.getErr()).contains("The new password of admin is in " + note());
        assertThat(output).doesNotContain(password.substring("admin/".length()));
    }

    @Test
    void hasNothingToDoForACustomer(CapturedOutput output) throws IOException {
        try (var service = service()) {
            service.getBean(RegisterUser.class)
                    .register(
                            new RegisterUser.Request(new Username("alice"), People.PASSWORD, new DisplayName("Alice")),
                            People.CALLER,
                            Keep.nothing());
        }
        var before = Files.readString(note());

        assertThat(AdminReset.run(arguments("admin-reset", "alice"))).isEqualTo(AdminReset.REFUSED);

        assertThat(output.getErr()).contains("There is no administrator called 'alice'; nothing was changed.");
        assertThat(Files.readString(note())).isEqualTo(before);
    }

    @Test
    void staysAwayFromADatabaseThatIsInUse() throws IOException {
        try (var _ = service()) {
            var before = Files.readString(note());

            assertThatThrownBy(() -> AdminReset.run(arguments("admin-reset")))
                    .hasStackTraceContaining("already in use by another process");
            assertThat(Files.readString(note())).isEqualTo(before);
        }
    }

    @Test
    void isMeantByItsNameOnly() {
        assertThat(AdminReset.isMeant("admin-reset")).isTrue();
        assertThat(AdminReset.isMeant("admin-reset", "carol")).isTrue();
        assertThat(AdminReset.isMeant()).isFalse();
        assertThat(AdminReset.isMeant("--server.port=0", "admin-reset")).isFalse();
    }

    private ConfigurableApplicationContext service() {
        return SpringApplication.run(AuthServiceApplication.class, arguments());
    }

    private String[] arguments(String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--tiktoken.database.file=" + data.resolve("auth.db"),
                                "--tiktoken.first-administrator.file=" + note()))
                .toArray(String[]::new);
    }

    private Path note() {
        return data.resolve("first-administrator.txt");
    }
}
