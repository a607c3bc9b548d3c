package io.tiktoken.auth;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tiktoken.auth.administration.DecisionSettings;
import io.tiktoken.auth.approval.ApprovalSettings;
import io.tiktoken.auth.client.ServiceClientSettings;
import io.tiktoken.auth.client.ShopSettings;
import io.tiktoken.auth.key.KeySettings;
import io.tiktoken.auth.pin.PinSettings;
import io.tiktoken.auth.registration.FirstAdministratorSettings;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.renewal.RenewalSettings;
import io.tiktoken.auth.session.SessionSettings;
import io.tiktoken.auth.shownonce.KeptAnswerSettings;
import io.tiktoken.auth.totp.TotpSettings;
import io.tiktoken.auth.user.AccountThrottleSettings;
import io.tiktoken.auth.user.PasswordSettings;
import io.tiktoken.defaults.security.TokenSettings;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A test of nouns and verbs on a real database, with real keys and real hashing, a clock to set, and neither HTTP nor timers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import(VerbTest.Language.class)
public @interface VerbTest {

    /** The service without its web layer and its doors. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = AuthServiceApplication.class,
            useDefaultFilters = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "io\\.tiktoken\\.auth\\.[A-Za-z]+(\\$.*)?",
                                ".*\\.web\\..*",
                                "io\\.tiktoken\\.auth\\.client\\.config\\..*",
                                "io\\.tiktoken\\.auth\\.(clients\\..*|config\\.TimerConfiguration)",
                                ".*Tests?(\\$.*)?"
                            }))
    @EnableConfigurationProperties({
        AccountThrottleSettings.class,
        ApprovalSettings.class,
        DecisionSettings.class,
        FirstAdministratorSettings.class,
        KeptAnswerSettings.class,
        KeySettings.class,
        PasswordSettings.class,
        PinSettings.class,
        RenewalSettings.class,
        ServiceClientSettings.class,
        SessionSettings.class,
        ShopSettings.class,
        TokenSettings.class,
        TotpSettings.class
    })
    class Language {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        FakePayments payments() {
            return new FakePayments();
        }

        @Bean
        People people(RegisterUser registerUser) {
            return new People(registerUser);
        }
    }
}
