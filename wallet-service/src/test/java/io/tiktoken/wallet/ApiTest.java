package io.tiktoken.wallet;

import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Wallets;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A test of what clients see: the whole service with real tokens, and only fx-service in the test's hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@AutoConfigureMockMvc
@Import({TestTokens.class, ApiTest.Beans.class})
public @interface ApiTest {

    /** What tests need besides the service. */
    @TestConfiguration(proxyBeanMethods = false)
    class Beans {

        @Bean
        @Primary
        FakeQuotes fakeQuotes() {
            return new FakeQuotes();
        }

        @Bean
        @Primary
        FakeNotary fakeNotary() {
            return new FakeNotary();
        }

        @Bean
        @Primary
        FakeAdministrators fakeAdministrators() {
            return new FakeAdministrators();
        }

        @Bean
        @Primary
        FakeAuditor fakeAuditor() {
            return new FakeAuditor();
        }

        @Bean
        @Primary
        FakePeople fakePeople() {
            return new FakePeople();
        }

        @Bean
        TestWallets testWallets(Journal journal, Wallets wallets) {
            return new TestWallets(journal, wallets);
        }
    }
}
