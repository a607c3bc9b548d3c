package io.tiktoken.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.tiktoken.defaults.testing.ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tiktoken.defaults.testing.ArchitectureRules;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What holds in every class of this service; each rule is shown an offender that it must catch. */
class FxArchitectureTests {

    private static final JavaClasses FX = ArchitectureRules.mainClasses("io.tiktoken.fx");

    /** Rates and amounts are exact: no float or double is held, taken, given back or passed on. */
    private static final ArchRule RATES_AND_QUOTES_ARE_EXACT = classes()
            .that()
            .resideInAnyPackage("io.tiktoken.fx", "io.tiktoken.fx.rate..", "io.tiktoken.fx.quote..")
            .should(haveNothingToDoWithFloatingPoint());

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
        RATES_AND_QUOTES_ARE_EXACT.check(FX);
        assertNoticed(RATES_AND_QUOTES_ARE_EXACT, HoldsADouble.class);
        assertNoticed(RATES_AND_QUOTES_ARE_EXACT, TakesAFloat.class);
        assertNoticed(RATES_AND_QUOTES_ARE_EXACT, AsksForADouble.class);
        assertNoticed(RATES_AND_QUOTES_ARE_EXACT, BoxesADouble.class);
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

    private static ArchCondition<JavaClass> haveNothingToDoWithFloatingPoint() {
        return new ArchCondition<>("have nothing to do with floating point") {

            private static final Set<String> FLOATING_POINT =
                    Set.of("double", "float", "java.lang.Double", "java.lang.Float");

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var fields = type.getFields().stream()
                        .filter(field -> isFloating(field.getRawType()))
                        .map(Object::toString);
                var own = type.getCodeUnits().stream().filter(this::isFloating).map(Object::toString);
                var called = type.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> isFloating(call.getTarget().getRawReturnType())
                                || call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(this::isFloating))
                        .map(JavaAccess::getDescription);
                Stream.of(fields, own, called)
                        .flatMap(offences -> offences)
                        .forEach(offence -> events.add(SimpleConditionEvent.violated(type, offence)));
            }

            private boolean isFloating(JavaCodeUnit unit) {
                return isFloating(unit.getRawReturnType())
                        || unit.getRawParameterTypes().stream().anyMatch(this::isFloating);
            }

            private boolean isFloating(JavaClass type) {
                return FLOATING_POINT.contains(type.getBaseComponentType().getName());
            }
        };
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
