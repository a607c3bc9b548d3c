package io.tiktoken.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoken.defaults.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;

class CatalogArchitectureTests {

    static final JavaClasses CATALOG = ArchitectureRules.mainClasses("io.tiktoken.catalog");

    static final ArchRule PRODUCTS_KNOW_NOTHING_OF_RESERVATIONS = noClasses()
            .that()
            .resideInAPackage("io.tiktoken.catalog.product..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tiktoken.catalog.stock..", "io.tiktoken.catalog.seed..");

    record Case(ArchRule rule, Class<?> offender) {}

    static Stream<Case> rules() {
        return Stream.of(
                new Case(ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY, SpeaksHttp.class),
                new Case(ArchitectureRules.NO_FLOATING_POINT_AMOUNTS, MeasuresMoney.class),
                new Case(PRODUCTS_KNOW_NOTHING_OF_RESERVATIONS, io.tiktoken.catalog.product.ReservesByItself.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsEverywhere(Case each) {
        each.rule.check(CATALOG);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noticesAnOffender(Case each) {
        var offender = new ClassFileImporter().importClasses(each.offender);

        assertThat(each.rule.evaluate(offender).hasViolation()).isTrue();
    }

    static class SpeaksHttp {
        HttpStatus status;
    }

    static class MeasuresMoney {
        double price;
    }
}
