package io.tiktoken.defaults.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** What holds in every service. Each applies the rules to its own classes, and shows them an offender of its own. */
public final class ArchitectureRules {

    /** Nouns and verbs decide; HTTP and wiring know them, never the other way round. */
    public static final ArchRule THE_LANGUAGE_KNOWS_NO_MACHINERY = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..config..", "..clients..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tiktoken..web..",
                    "io.tiktoken..config..",
                    "org.springframework.http..",
                    "org.springframework.web..",
                    "jakarta.servlet..",
                    "feign..");

    /** Money is counted, never measured. */
    public static final ArchRule NO_FLOATING_POINT_AMOUNTS = classes().should(new ComputeExactlyCondition());

    private ArchitectureRules() {}

    /** The service's own classes, without its tests. */
    public static JavaClasses mainClasses(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }
}
