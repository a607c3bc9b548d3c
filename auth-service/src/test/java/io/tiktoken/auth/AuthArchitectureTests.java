package io.tiktoken.auth;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.tiktoken.defaults.testing.ArchitectureRules.NO_FLOATING_POINT_AMOUNTS;
import static io.tiktoken.defaults.testing.ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoken.defaults.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class AuthArchitectureTests {

    static final JavaClasses AUTH = ArchitectureRules.mainClasses("io.tiktoken.auth");

    static final ArchRule NOUNS_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("io.tiktoken.auth.(*)..").should().beFreeOfCycles();

    @Test
    void theLanguageKnowsNoMachinery() {
        THE_LANGUAGE_KNOWS_NO_MACHINERY.check(AUTH);
        assertThat(THE_LANGUAGE_KNOWS_NO_MACHINERY
                        .evaluate(new ClassFileImporter().importClasses(OffenderOne.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void nothingHereIsMeasuredInFloatingPoint() {
        NO_FLOATING_POINT_AMOUNTS.check(AUTH);
        assertThat(NO_FLOATING_POINT_AMOUNTS
                        .evaluate(new ClassFileImporter().importClasses(OffenderTwo.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void theNounsDoNotGoRoundInCircles() {
        NOUNS_DO_NOT_GO_ROUND_IN_CIRCLES.check(AUTH);
        var withCircle = new ClassFileImporter().importPackages("io.tiktoken.auth.circular");
        assertThat(slices().matching("io.tiktoken.auth.circular.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(withCircle)
                        .hasViolation())
                .isTrue();
    }

    /** Speaks of HTTP where the business is spoken of. */
    static class OffenderOne {
        org.springframework.http.HttpStatus status;
    }

    /** Measures money. */
    static class OffenderTwo {
        Double amount;
    }
}
