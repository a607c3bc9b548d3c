package io.tiktoken.order;

import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.order.config.IdempotencyConfiguration;
import io.tiktoken.order.order.OrderSettings;
import io.tiktoken.order.order.ShopSettings;
import io.tiktoken.order.purchase.PurchaseSettings;
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
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** All verbs of this service on a real SQLite file, with neighbours, time and threads in the test's hands. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import({VerbTest.Verbs.class, IdempotencyConfiguration.class, FakeNeighbours.class})
public @interface VerbTest {

    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties({OrderSettings.class, ShopSettings.class, PurchaseSettings.class})
    @ComponentScan(
            basePackages = {"io.tiktoken.order.cart", "io.tiktoken.order.order", "io.tiktoken.order.purchase"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\..*|Tests.*)"))
    class Verbs {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        ThreadPoolTaskExecutor purchaseThreads() {
            return threads();
        }

        @Bean
        ThreadPoolTaskExecutor recoveryThreads() {
            return threads();
        }

        private static ThreadPoolTaskExecutor threads() {
            var threads = new ThreadPoolTaskExecutor();
            threads.setCorePoolSize(8);
            return threads;
        }
    }
}
