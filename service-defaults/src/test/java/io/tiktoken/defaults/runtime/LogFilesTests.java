package io.tiktoken.defaults.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

/** Wherever a service's log is written to a file, it cannot fill the disk. */
class LogFilesTests {

    @Test
    void theyAreBoundedOneByOneAndTogether() {
        var environment = new StandardEnvironment();

        new ServiceDefaultsEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("logging.logback.rollingpolicy.max-file-size"))
                .isEqualTo("10MB");
        assertThat(environment.getProperty("logging.logback.rollingpolicy.total-size-cap"))
                .isEqualTo("100MB");
    }
}
