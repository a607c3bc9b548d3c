package io.tiktoken.wallet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.ArchitectureRules;
import io.tiktoken.wallet.ledger.OffenderInTheLedger;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class WalletArchitectureTests {

    private static final JavaClasses WALLET = ArchitectureRules.mainClasses("io.tiktoken.wallet");

    /** What it may depend on is listed, so that a package which does not exist yet is excluded too. */
    private static final ArchRule THE_LEDGER_STANDS_BY_ITSELF = classes()
            .that()
            .resideInAPackage("io.tiktoken.wallet.ledger..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.tiktoken.wallet.ledger..",
                    "io.tiktoken.defaults.crypto",
                    "io.tiktoken.defaults.database",
                    "io.tiktoken.defaults.money",
                    "io.tiktoken.defaults.text",
                    "org.springframework.stereotype",
                    "org.springframework.jdbc.core.simple",
                    "org.springframework.transaction.annotation",
                    "jakarta.validation",
                    "org.jspecify.annotations",
                    "java..");

    /** OpenPDF and AWT measure pages in floats. */
    private static final DescribedPredicate<HasName> LAYS_OUT_PAGES =
            nameMatching("io\\.tiktoken\\.wallet\\.statement\\.web\\."
                    + "(PdfStatement|StatementText|StatementFonts|JoinerKeepingLayout|SharedFontManager)(\\$.*)?");

    /** What may compute with floats never has an amount as a number, only as text. */
    private static final ArchRule AMOUNTS_STAY_WHOLE = noClasses()
            .should()
            .callMethod(Money.class, "amount")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(BigDecimal.class, Double.class);

    private static final ArchRule NO_PACKAGES_DEPEND_ON_EACH_OTHER =
            slices().matching("io.tiktoken.wallet.(*)..").should().beFreeOfCycles();

    @Test
    void theLedgerStandsByItself() {
        THE_LEDGER_STANDS_BY_ITSELF.check(WALLET);
        assertThat(catches(THE_LEDGER_STANDS_BY_ITSELF, OffenderInTheLedger.class))
                .isTrue();
        assertThat(catches(THE_LEDGER_STANDS_BY_ITSELF, OffenderInTheLedger.WithAnyOtherNoun.class))
                .isTrue();
        assertThat(catches(THE_LEDGER_STANDS_BY_ITSELF, OffenderInTheLedger.WithAPerson.class))
                .isTrue();
        assertThat(catches(THE_LEDGER_STANDS_BY_ITSELF, OffenderInTheLedger.WithHttp.class))
                .isTrue();
    }

    @Test
    void noPackagesDependOnEachOther() {
        NO_PACKAGES_DEPEND_ON_EACH_OTHER.check(WALLET);
    }

    @Test
    void theLanguageKnowsNoMachinery() {
        ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY.check(WALLET);
        assertThat(catches(ArchitectureRules.THE_LANGUAGE_KNOWS_NO_MACHINERY, KnowsHttp.class))
                .isTrue();
    }

    @Test
    void moneyIsCountedNeverMeasured() {
        ArchitectureRules.NO_FLOATING_POINT_AMOUNTS.check(WALLET.that(not(LAYS_OUT_PAGES)));
        assertThat(catches(ArchitectureRules.NO_FLOATING_POINT_AMOUNTS, Measures.class))
                .isTrue();
    }

    @Test
    void pagesAreMeasuredButNotTheAmountsOnThem() {
        AMOUNTS_STAY_WHOLE.check(WALLET.that(LAYS_OUT_PAGES));
        assertThat(catches(AMOUNTS_STAY_WHOLE, MeasuresMoneyOnAPage.class)).isTrue();
        assertThat(catches(AMOUNTS_STAY_WHOLE, MeasuresARateOnAPage.class)).isTrue();
    }

    private static boolean catches(ArchRule rule, Class<?> offender) {
        return rule.evaluate(new ClassFileImporter().importClasses(offender)).hasViolation();
    }

    /** Breaks a rule on purpose, so that a rule which can no longer fail is noticed. */
    static class KnowsHttp {
        HttpStatus status;
    }

    /** Likewise. */
    static class Measures {
        double amount;
    }

    /** Likewise. */
    static class MeasuresMoneyOnAPage {
        float width(Money money) {
            return money.amount();
        }
    }

    /** Likewise. */
    static class MeasuresARateOnAPage {
        float width(BigDecimal rate) {
            return rate.floatValue();
        }
    }
}
