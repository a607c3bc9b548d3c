package io.tiktoken.catalog;

import io.tiktoken.catalog.stock.ReservationSettings;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A test of nouns and verbs on a real database with the first seven products, and with time at a standstill. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import({VerbTest.Language.class, Shelf.class})
public @interface VerbTest {

    /** All of the service but its machinery. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReservationSettings.class)
    @ComponentScan(
            basePackages = {"io.tiktoken.catalog.product", "io.tiktoken.catalog.stock", "io.tiktoken.catalog.seed"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*|.*Tests.*"))
    class Language {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }
}
