package io.tiktoken.fx;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.testing.TestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole service on a database of its own; it fetches only when the test says so, and time stands still. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "tiktoken.database.file=target/test-databases/${random.uuid}.db",
            "server.port=0",
            "management.server.port=0",
            "tiktoken.fx.fetch=false"
        })
@AutoConfigureMockMvc
@Import({TestTokens.class, ApiTest.Time.class})
public @interface ApiTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        /** Begins now, because tokens are checked by this clock too. */
        @Bean
        SettableClock clock() {
            return new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
