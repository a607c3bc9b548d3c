package io.tiktoken.fx.config;

import io.tiktoken.fx.rate.BundledRates;
import java.util.random.RandomGenerator;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What happens at the start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FxConfiguration {

    /** Before the first fetch is planned, so that there is something to compare it with. */
    @Bean
    ApplicationRunner bundledRatesFirst(BundledRates bundledRates) {
        return _ -> bundledRates.storeUnlessNewerIsThere();
    }

    /** For jitter: nobody gains anything from guessing it. */
    @Bean
    RandomGenerator jitter() {
        return RandomGenerator.getDefault();
    }
}
