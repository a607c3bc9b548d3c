package io.tiktoken.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoken.gateway.route.NeighbourSettings;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tiktoken.gateway");

    /** Routes put the parts together; a part that knew the routes could not be understood without them. */
    private static final ArchRule ONLY_ROUTES_KNOW_ROUTES = noClasses()
            .that()
            .resideOutsideOfPackage("io.tiktoken.gateway.route..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.tiktoken.gateway.route..");

    private static final ArchRule THE_PAGE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.tiktoken.gateway.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tiktoken.gateway.(session|guard|route|visit|problem)..");

    @Test
    void onlyRoutesKnowRoutes() {
        ONLY_ROUTES_KNOW_ROUTES.check(GATEWAY);
    }

    @Test
    void thePageStandsAlone() {
        THE_PAGE_STANDS_ALONE.check(GATEWAY);
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("io.tiktoken.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void theRuleNoticesAnOffender() {
        var offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(ONLY_ROUTES_KNOW_ROUTES.evaluate(offender).hasViolation()).isTrue();
    }

    /** Breaks the rule on purpose, so that a rule which can no longer fail is noticed. */
    static class Offender {
        NeighbourSettings neighbours;
    }
}
