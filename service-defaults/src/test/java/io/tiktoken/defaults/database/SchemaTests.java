package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tiktoken.defaults.SampleService;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads when a service is started on tables that it did not make. */
@ExtendWith(OutputCaptureExtension.class)
class SchemaTests {

    @TempDir
    Path folder;

    @Test
    void aNewerSchemaIsRefusedWithAClearSentence(CapturedOutput output) throws Exception {
        start();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sample.db"));
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, '', 1, 1)
                    """);
        }

        var thrown = catchThrowable(this::start);

        assertThat(thrown).hasRootCauseInstanceOf(FlywayValidateException.class);
        assertThat(output).contains("APPLICATION FAILED TO START", "made by a newer version of this service");
    }

    private void start() {
        new SpringApplication(SampleService.class)
                .run(
                        "--tiktoken.database.file=" + folder.resolve("sample.db"),
                        "--spring.main.web-application-type=servlet",
                        "--server.port=0",
                        "--management.server.port=0")
                .close();
    }
}
