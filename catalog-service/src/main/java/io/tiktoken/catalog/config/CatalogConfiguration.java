package io.tiktoken.catalog.config;

import io.tiktoken.catalog.stock.ReservationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** How often expired reservations are swept up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CatalogConfiguration {

    @Bean
    SchedulingConfigurer expirySweep(ExpiryTimer timer, ReservationSettings settings) {
        return tasks -> tasks.addFixedDelayTask(timer::sweep, settings.sweepEvery());
    }
}
