package io.tiktoken.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class LauncherArchitectureTests {

    private static final JavaClasses LAUNCHER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tiktoken.launcher");

    private static final ArchRule NEEDS_THE_JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.tiktoken.launcher..", "java..", "org.jspecify.annotations");

    private static final ArchRule NOTHING_KNOWS_WHAT_USES_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("command")
            .definedBy("io.tiktoken.launcher.command..")
            .layer("process")
            .definedBy("io.tiktoken.launcher.process..")
            .layer("shop")
            .definedBy("io.tiktoken.launcher.shop..")
            .layer("terminal")
            .definedBy("io.tiktoken.launcher.terminal..")
            .whereLayer("process")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("shop")
            .mayOnlyBeAccessedByLayers("command", "process")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer();

    @Test
    void needsTheJdkAlone() {
        NEEDS_THE_JDK_ALONE.check(LAUNCHER);
        var offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(NEEDS_THE_JDK_ALONE.evaluate(offender).hasViolation()).isTrue();
    }

    @Test
    void nothingKnowsWhatUsesIt() {
        NOTHING_KNOWS_WHAT_USES_IT.check(LAUNCHER);
        var withOffender = new ClassFileImporter()
                .importClasses(
                        io.tiktoken.launcher.shop.LayerOffender.class,
                        io.tiktoken.launcher.process.ProcessRecords.class,
                        io.tiktoken.launcher.command.Context.class,
                        io.tiktoken.launcher.terminal.Terminal.class);
        assertThat(NOTHING_KNOWS_WHAT_USES_IT.evaluate(withOffender).hasViolation())
                .isTrue();
    }

    /** Breaks the rule on purpose, so that a rule which can no longer fail is noticed. */
    static class Offender {
        org.assertj.core.api.Assertions assertions;
    }
}
