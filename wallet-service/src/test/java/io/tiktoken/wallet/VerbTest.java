package io.tiktoken.wallet;

import io.tiktoken.defaults.security.TokenSettings;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.adjustment.AdjustmentSettings;
import io.tiktoken.wallet.anchor.AnchorSettings;
import io.tiktoken.wallet.approval.ApprovalSettings;
import io.tiktoken.wallet.approval.SpentApprovalSettings;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.LimitSettings;
import io.tiktoken.wallet.moneyrequest.MoneyRequestSettings;
import io.tiktoken.wallet.proof.ProofSettings;
import io.tiktoken.wallet.reservation.ReservationSettings;
import io.tiktoken.wallet.reservation.TombstoneSettings;
import io.tiktoken.wallet.statement.StatementSettings;
import io.tiktoken.wallet.topup.TopUpSettings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A test of everything but HTTP: the real nouns and verbs on a real database, with time and fx-service in its hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import(VerbTest.Beans.class)
public @interface VerbTest {

    /** All beans of the domain. */
    @ComponentScan(
            basePackages = "io.tiktoken.wallet",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "io\\.tiktoken\\.wallet\\.(.+\\.web|clients|config)\\..*",
                                "io\\.tiktoken\\.wallet\\.[A-Z].*",
                                ".*Tests(\\$.*)?"
                            }))
    @EnableConfigurationProperties({
        TokenSettings.class,
        ApprovalSettings.class,
        LimitSettings.class,
        ReservationSettings.class,
        TombstoneSettings.class,
        SpentApprovalSettings.class,
        TopUpSettings.class,
        ProofSettings.class,
        AnchorSettings.class,
        AdjustmentSettings.class,
        MoneyRequestSettings.class,
        StatementSettings.class
    })
    class Beans {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        FakeQuotes quotes() {
            return new FakeQuotes();
        }

        @Bean
        FakeNotary notary() {
            return new FakeNotary();
        }

        @Bean
        FakeAdministrators administrators() {
            return new FakeAdministrators();
        }

        @Bean
        FakeAuditor auditor() {
            return new FakeAuditor();
        }

        @Bean
        FakePeople people() {
            return new FakePeople();
        }

        @Bean
        TestWallets testWallets(Journal journal, Wallets wallets) {
            return new TestWallets(journal, wallets);
        }
    }
}
