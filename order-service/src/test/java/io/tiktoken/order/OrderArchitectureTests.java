package io.tiktoken.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoken.defaults.testing.ArchitectureRules;
import io.tiktoken.order.cart.CartOffender;
import org.junit.jupiter.api.Test;

class OrderArchitectureTests {

    static final JavaClasses MAIN = ArchitectureRules.mainClasses("io.tiktoken.order");

    /** A cart knows of no order, and an order knows nothing of how it is paid. */
    static final ArchRule THE_NOUNS_BUILD_ON_EACH_OTHER_ONE_WAY = noClasses()
            .that()
            .resideInAnyPackage("io.tiktoken.order.cart..", "io.tiktoken.order.order..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tiktoken.order.purchase..", "io.tiktoken.order.clients..");

    @Test
    void theLanguageKnowsNoMachinery() {
        ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY.check(MAIN);
    }

    @Test
    void noAmountIsAFloatingPointNumber() {
        ArchitectureRules.NO_FLOATING_POINT_AMOUNTS.check(MAIN);
    }

    @Test
    void theNounsBuildOnEachOtherOneWay() {
        THE_NOUNS_BUILD_ON_EACH_OTHER_ONE_WAY.check(MAIN);
    }

    @Test
    void theRulesNoticeAnOffender() {
        var offender = new ClassFileImporter().importClasses(Offender.class);
        var cartOffender = new ClassFileImporter().importClasses(CartOffender.class);

        assertThat(ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY
                        .evaluate(offender)
                        .hasViolation())
                .isTrue();
        assertThat(ArchitectureRules.NO_FLOATING_POINT_AMOUNTS
                        .evaluate(offender)
                        .hasViolation())
                .isTrue();
        assertThat(THE_NOUNS_BUILD_ON_EACH_OTHER_ONE_WAY.evaluate(cartOffender).hasViolation())
                .isTrue();
    }

    /** Breaks the rules on purpose, so that a rule which can no longer fail is noticed. */
    static class Offender {
        org.springframework.http.HttpStatus status;
        double amount;
    }
}
