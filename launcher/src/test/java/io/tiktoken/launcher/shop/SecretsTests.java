package io.tiktoken.launcher.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.launcher.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretsTests {

    @TempDir
    Path home;

    private Places places;

    @BeforeEach
    void make() {
        places = new Places(home, home.resolve("data"));
        places.make();
    }

    @ParameterizedTest
    @EnumSource
    void makesEachOnceForItsOwnerOnly(Secret secret) throws IOException {
        var made = Secrets.prepare(places, Map.of());

        var file = file(secret);
        assertThat(Files.readString(file)).isEqualTo(made.of(secret) + "\n");
        assertThat(Base64.getDecoder().decode(made.of(secret))).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(places.secrets())))
                .isEqualTo("rwx------");
        assertThat(Secrets.prepare(places, Map.of()).of(secret)).isEqualTo(made.of(secret));
    }

    @Test
    void makesNoTwoAlike() {
        var made = Secrets.prepare(places, Map.of());

        assertThat(Arrays.stream(Secret.values()).map(made::of)).doesNotHaveDuplicates();
    }

    @Test
    void believesTheEnvironmentAndMakesNothingThen() {
        var secrets = Secrets.prepare(places, Map.of("TIKTOKEN_PIN_PEPPER", "mine", "TIKTOKEN_WALLET_SECRET", ""));

        assertThat(secrets.of(Secret.PIN_PEPPER)).isEqualTo("mine");
        assertThat(file(Secret.PIN_PEPPER)).doesNotExist();
        assertThat(secrets.of(Secret.WALLET_SECRET)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_ENCRYPTION_KEY", "PIN_PEPPER"})
    void doesNotReplaceWhatADatabaseCannotBeReadWithout(Secret secret) throws IOException {
        Secrets.prepare(places, Map.of());
        Files.createFile(places.authDatabase());
        Files.delete(file(secret));

        assertThatThrownBy(() -> Secrets.prepare(places, Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessage("%s is missing, and %s cannot be used without it. "
                                .formatted(file(secret), places.authDatabase())
                        + "Put it back from a backup, or begin anew with ./tiktoken reset.");
    }

    @Test
    void replacesAnEmptyFileThatCanBeReplaced() throws IOException {
        Files.createFile(file(Secret.GATEWAY_SECRET));
        Files.createFile(places.authDatabase());
        Files.writeString(file(Secret.PIN_PEPPER), "kept\n");
        Files.writeString(file(Secret.KEY_ENCRYPTION_KEY), "kept too\n");

        var secrets = Secrets.prepare(places, Map.of());

        assertThat(secrets.of(Secret.GATEWAY_SECRET)).isNotEmpty();
        assertThat(secrets.of(Secret.PIN_PEPPER)).isEqualTo("kept");
    }

    private Path file(Secret secret) {
        return places.secrets().resolve(secret.variable());
    }
}
