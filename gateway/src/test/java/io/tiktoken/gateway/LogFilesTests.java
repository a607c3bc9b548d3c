package io.tiktoken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Wherever the log is written to a file, it cannot fill the disk. */
class LogFilesTests {

    @Test
    void theyAreBoundedOneByOneAndTogether() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("application.yml", new ClassPathResource("application.yml"))
                .getFirst();

        assertThat(settings.getProperty("logging.logback.rollingpolicy.max-file-size"))
                .isEqualTo("10MB");
        assertThat(settings.getProperty("logging.logback.rollingpolicy.total-size-cap"))
                .isEqualTo("100MB");
    }
}
