package io.tiktoken.auth.totp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.defaults.database.DatabaseSettings;
import io.tiktoken.defaults.database.SingleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class AtRestTests {

    @Autowired
    Authenticators authenticators;

    @Autowired
    RecoveryCodes recoveryCodes;

    @Autowired
    DatabaseSettings database;

    @Autowired
    SingleWriter writer;

    @Autowired
    People people;

    @Test
    void neitherSeedsNorRecoveryCodesCanBeReadInTheFile() throws IOException {
        var alice = people.someone().user().id();
        var seed = Seed.random();
        writer.run(() -> authenticators.enrol(alice, seed));
        List<RecoveryCode> codes = writer.write(() -> recoveryCodes.replace(alice));

        assertThat(everyFile())
                .contains(alice.toString())
                .doesNotContain(new String(seed.bytes(), ISO_8859_1))
                .doesNotContain(seed.base32())
                .doesNotContain(codes.stream().map(RecoveryCode::text).toList())
                .doesNotContain(
                        codes.stream().map(code -> code.text().replace("-", "")).toList());
    }

    /** The database and the log in front of it. */
    private String everyFile() throws IOException {
        var name = database.file().getFileName().toString();
        var all = new StringBuilder();
        try (var files = Files.list(database.file().toAbsolutePath().getParent())) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith(name))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }
}
