package io.tiktoken.defaults.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import tools.jackson.databind.json.JsonMapper;

class SecretTests {

    private static final String KEY = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    @ParameterizedTest(name = "\"{0}\" is a key: {1}")
    @CsvSource({
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, true",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==, false",
        "not base64 at all, false",
        "'', false"
    })
    void onlyThirtyTwoBytesAreAKey(String base64, boolean key) {
        assertThat(new Secret(base64).isKey()).isEqualTo(key);
    }

    @Test
    void doesNotPrintItself() {
        var settings = new Settings(new Secret(KEY), new Secret("canary"));

        assertThat(settings.toString()).doesNotContain(KEY, "canary");
        assertThat(JsonMapper.shared().writeValueAsString(settings)).doesNotContain(KEY, "canary");
    }

    @Test
    void isReadFromTheSettings() {
        start(KEY, "canary", context -> {
            var settings = context.getBean(Settings.class);
            assertThat(settings.password().text()).isEqualTo("canary");
            assertThat(settings.key().toKey("AES").getEncoded()).hasSize(32).containsOnly(2);
        });
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "   "})
    void thatIsMissingIsSaidClearly(String password) {
        start(KEY, password, context -> assertThat(reportOf(context)).contains("Set SAMPLE_PASSWORD"));
    }

    @Test
    void thatIsNotSetAtAllIsSaidClearly() {
        runner().run(context -> assertThat(reportOf(context)).contains("Set SAMPLE_PASSWORD", "Set SAMPLE_KEY"));
    }

    @Test
    void thatIsRefusedIsNotQuoted() {
        start(
                "canary of a key",
                "",
                context -> assertThat(reportOf(context))
                        .contains("Set SAMPLE_KEY", "Set SAMPLE_PASSWORD")
                        .doesNotContain("canary"));
    }

    private static String reportOf(AssertableApplicationContext context) {
        var report = new StringBuilder();
        for (var cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
            report.append(cause).append('\n');
        }
        return report.toString();
    }

    private static void start(String key, String password, ContextConsumer<AssertableApplicationContext> check) {
        runner().withPropertyValues("sample.key=" + key, "sample.password=" + password)
                .run(check);
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(SampleConfiguration.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class SampleConfiguration {}

    @Validated
    @ConfigurationProperties("sample")
    record Settings(
            @DefaultValue("") Secret key,
            @NotBlank(message = "Set SAMPLE_PASSWORD") Secret password) {

        @AssertTrue(message = "Set SAMPLE_KEY")
        boolean isKeyUsable() {
            return key.isKey();
        }
    }
}
