package io.tiktoken.fx.config;

import io.tiktoken.defaults.database.PurgeSettings;
import io.tiktoken.defaults.runtime.Preparation;
import io.tiktoken.fx.quote.PurgeQuotes;
import io.tiktoken.fx.rate.BundledRates;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** What happens at the start, and by itself later on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimerConfiguration {

    /** Before the first fetch is planned, so that there is something to compare it with. */
    @Bean
    Preparation bundledRatesFirst(BundledRates bundledRates) {
        return bundledRates::storeUnlessNewerIsThere;
    }

    @Bean
    SchedulingConfigurer quotePurge(PurgeQuotes quotes, PurgeSettings settings) {
        return timers ->
                timers.addFixedDelayTask(new FixedDelayTask(quotes::purge, settings.every(), settings.every()));
    }

    /** For jitter: nobody gains anything from guessing it. */
    @Bean
    RandomGenerator jitter() {
        return RandomGenerator.getDefault();
    }
}
