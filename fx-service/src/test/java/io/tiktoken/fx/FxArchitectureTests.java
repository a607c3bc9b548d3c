package io.tiktoken.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.tiktoken.defaults.testing.ArchitectureRules.NO_FLOATING_POINT_AMOUNTS;
import static io.tiktoken.defaults.testing.ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoken.defaults.testing.ArchitectureRules;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What holds in every class of this service; each rule is shown an offender that it must catch. */
class FxArchitectureTests {

    private static final JavaClasses FX = ArchitectureRules.mainClasses("io.tiktoken.fx");

    private static final ArchRule RATES_KNOW_NO_QUOTES = noClasses()
            .that()
            .resideInAPackage("io.tiktoken.fx.rate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tiktoken.fx.quote..", "io.tiktoken.fx.clients..", "io.tiktoken.fx.config..");

    @Test
    void theLanguageKnowsNoHttp() {
        THE_LANGUAGE_KNOWS_NO_MACHINERY.check(FX);
        assertNoticed(THE_LANGUAGE_KNOWS_NO_MACHINERY, SpeaksHttp.class);
    }

    @Test
    void ratesAndQuotesAreExact() {
        NO_FLOATING_POINT_AMOUNTS.check(FX);
        assertNoticed(NO_FLOATING_POINT_AMOUNTS, HoldsADouble.class);
        assertNoticed(NO_FLOATING_POINT_AMOUNTS, TakesAFloat.class);
        assertNoticed(NO_FLOATING_POINT_AMOUNTS, AsksForADouble.class);
        assertNoticed(NO_FLOATING_POINT_AMOUNTS, BoxesADouble.class);
    }

    @Test
    void ratesKnowNeitherQuotesNorProviders() {
        RATES_KNOW_NO_QUOTES.check(FX);
    }

    private static void assertNoticed(ArchRule rule, Class<?> offender) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .as("the rule notices %s", offender.getSimpleName())
                .isTrue();
    }

    /** Breaks a rule on purpose, as do the next ones. */
    static class SpeaksHttp {
        HttpStatus status = HttpStatus.OK;
    }

    static class HoldsADouble {
        double rate;
    }

    static class TakesAFloat {
        void convert(float amount) {}
    }

    static class AsksForADouble {
        Object rate(BigDecimal exact) {
            return exact.doubleValue();
        }
    }

    static class BoxesADouble {
        Double rate;
    }
}
