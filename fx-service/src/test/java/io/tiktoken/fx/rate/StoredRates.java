package io.tiktoken.fx.rate;

import io.tiktoken.defaults.testing.SettableClock;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a database test needs for there to be current rates, at noon. */
@TestConfiguration(proxyBeanMethods = false)
@Import({CurrentRates.class, FetchTimetable.class})
@EnableConfigurationProperties({RateSettings.class, RefreshSettings.class})
public class StoredRates {

    @Bean
    SettableClock clock() {
        return new SettableClock(RateFixtures.NOON);
    }

    @Bean
    RandomGenerator jitter() {
        return new Random();
    }
}
