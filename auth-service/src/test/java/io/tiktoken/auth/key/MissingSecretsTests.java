package io.tiktoken.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.AuthServiceApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MissingSecretsTests {

    @TempDir
    Path data;

    @ParameterizedTest(name = "{0}={1}: refuses to start and names {2}")
    @CsvSource({
        "tiktoken.key.encryption-key, '', TIKTOKEN_KEY_ENCRYPTION_KEY",
        "tiktoken.pin.pepper, much-too-short, TIKTOKEN_PIN_PEPPER",
        "tiktoken.approval.key, '', TIKTOKEN_APPROVAL_KEY",
        "tiktoken.service-client.gateway.secret, '', TIKTOKEN_GATEWAY_SECRET"
    })
    void withoutASecretItSaysWhichOneIsMissing(String setting, String value, String variable, CapturedOutput output) {
        var service = new SpringApplication(AuthServiceApplication.class);

        assertThatThrownBy(() -> service.run(
                        "--tiktoken.database.file=" + data.resolve("auth.db"), "--" + setting + "=" + value))
                .isNotNull();

        assertThat(output).contains(variable).doesNotContain("much-too-short");
    }
}
