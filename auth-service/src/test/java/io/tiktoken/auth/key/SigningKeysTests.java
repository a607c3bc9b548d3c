package io.tiktoken.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import io.tiktoken.auth.AuthServiceApplication;
import io.tiktoken.defaults.database.SingleWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningKeysTests {

    static final String KEY = Base64.getEncoder().encodeToString("this key is thirty-two bytes ok!".getBytes());
    static final String OTHER_KEY = Base64.getEncoder().encodeToString("that key is thirty-two bytes ok!".getBytes());

    @TempDir
    Path data;

    @Test
    void theKeySurvivesARestartAndIsNotReadableInTheFile() throws IOException {
        RSAKey made;
        try (var first = started(KEY)) {
            made = first.getBean(SigningKeys.class).current();
            assertThat(everyFile()).doesNotContain(made.getPrivateExponent().toString());
        }
        assertThat(everyFile())
                .contains(made.getKeyID())
                .doesNotContain(made.getPrivateExponent().toString())
                .doesNotContain(made.getFirstPrimeFactor().toString())
                .doesNotContain("\"d\"");

        try (var second = started(KEY)) {
            assertThat(second.getBean(SigningKeys.class).current()).isEqualTo(made);
        }
    }

    @Test
    void whatIsLeftOfAnOldKeyIsNotEvenInTheFile() throws IOException {
        String old;
        byte[] sealed;
        try (var service = started(KEY)) {
            var stored = service.getBean(StoredKeys.class);
            var writer = service.getBean(SingleWriter.class);
            old = service.getBean(SigningKeys.class).current().getKeyID();
            writer.run(() -> service.getBean(KeyRotation.class)
                    .announce(KeyPair.random())
                    .orElseThrow());
            sealed = service.getBean(JdbcClient.class)
                    .sql("SELECT sealed FROM signing_keys WHERE id = ?")
                    .param(old)
                    .query((row, _) -> row.getBytes(1))
                    .single();
            var over = stored.newest(2).getLast();
            assertThat(over.id()).isEqualTo(old);

            writer.run(() -> stored.destroy(over));
        }

        assertThat(everyFile()).contains(old).doesNotContain(new String(sealed, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatIsPublishedHasNoPrivatePart() {
        try (var service = started(KEY)) {
            assertThat(service.getBean(SigningKeys.class).published().getKeys())
                    .hasSize(1)
                    .noneMatch(key -> key.isPrivate());
        }
    }

    @Test
    void withAnotherEncryptionKeyItRefusesToStartInsteadOfMakingANewKey() {
        started(KEY).close();

        assertThatThrownBy(() -> started(OTHER_KEY).close())
                .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);

        assertThat(started(KEY)).satisfies(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext started(String encryptionKey) {
        return new SpringApplication(AuthServiceApplication.class)
                .run(
                        "--tiktoken.database.file=" + data.resolve("auth.db"),
                        "--tiktoken.first-administrator.file=" + data.resolve("first-administrator.txt"),
                        "--tiktoken.key.encryption-key=" + encryptionKey);
    }

    private String everyFile() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(data)) {
            for (var file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
