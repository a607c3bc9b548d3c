package io.tiktoken.fx.config;

import io.tiktoken.defaults.security.AccessRules;
import io.tiktoken.fx.rate.BundledRates;
import java.util.random.RandomGenerator;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Who may call what, and what happens at the start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FxConfiguration {

    @Bean
    AccessRules access() {
        return new AccessRules()
                .role("CUSTOMER", HttpMethod.GET, "/api/fx/rates")
                .role("CUSTOMER", HttpMethod.POST, "/api/fx/quotes")
                .scope("quotes:redeem", HttpMethod.PUT, "/internal/quotes/*/redemption")
                .scope("quotes:redeem", HttpMethod.DELETE, "/internal/quotes/*/redemption");
    }

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
