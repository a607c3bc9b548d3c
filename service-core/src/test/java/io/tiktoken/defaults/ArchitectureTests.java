package io.tiktoken.defaults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The libraries are checked by the build (maven-enforcer); this also knows what Java itself brings. */
class ArchitectureTests {

    private static final ArchRule NEITHER_SERVLET_NOR_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "org.apache.catalina..",
                    "org.springframework.web.servlet..",
                    "org.springframework.jdbc..",
                    "org.springframework.data..",
                    "java.sql..",
                    "javax.sql..");

    @Test
    void neitherServletNorDatabase() {
        NEITHER_SERVLET_NOR_DATABASE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.tiktoken"));
    }

    @Test
    void theRuleNoticesAnOffender() {
        var offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(NEITHER_SERVLET_NOR_DATABASE.evaluate(offender).hasViolation())
                .isTrue();
    }

    /** Breaks the rule on purpose, so that a rule which can no longer fail is noticed. */
    static class Offender {
        DataSource database;
    }
}
