package io.tiktoken.catalog.config;

import io.tiktoken.catalog.stock.ReservationSettings;
import io.tiktoken.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Who may call what, and how often expired reservations are swept up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CatalogConfiguration {

    /** Looking around is open to anyone; stock moves for order-service alone. */
    @Bean
    AccessRules access() {
        return new AccessRules()
                .anyone(HttpMethod.GET, "/api/products", "/api/products/*", "/api/products/*/image")
                .scope("stock:reserve", HttpMethod.GET, "/internal/products", "/internal/reservations/*")
                .scope(
                        "stock:reserve",
                        HttpMethod.PUT,
                        "/internal/reservations/*",
                        "/internal/reservations/*/commit",
                        "/internal/reservations/*/release",
                        "/internal/returns/*");
    }

    @Bean
    SchedulingConfigurer expirySweep(ExpiryTimer timer, ReservationSettings settings) {
        return tasks -> tasks.addFixedDelayTask(timer::sweep, settings.sweepEvery());
    }
}
