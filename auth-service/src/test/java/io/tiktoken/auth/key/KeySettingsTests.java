package io.tiktoken.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class KeySettingsTests {

    final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues("tiktoken.key.encryption-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @ParameterizedTest(name = "{0}={1} is accepted: {2}")
    @CsvSource({
        "signs-after, 5m, false",
        "signs-after, 329s, false",
        "signs-after, 330s, true",
        "signs-after, 10m, true",
        "signs-after, 13h, false",
        "rotate-after, 23h, false",
        "rotate-after, 1d, true",
        "rotate-after, 366d, true",
        "rotate-after, 367d, false"
    })
    void aKeySignsOnlyAfterEverybodyMustHaveSeenIt(String setting, String value, boolean accepted) {
        service.withPropertyValues("tiktoken.key." + setting + "=" + value)
                .run(context -> assertThat(context.getStartupFailure() == null).isEqualTo(accepted));
    }

    @Test
    void byItselfAKeySignsForNinetyDaysAndIsAnnouncedTenMinutesBefore() {
        service.run(context -> {
            var settings = context.getBean(KeySettings.class);
            assertThat(settings.rotateAfter()).hasDays(90);
            assertThat(settings.signsAfter()).hasMinutes(10);
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(KeySettings.class)
    static class Settings {}
}
