package io.tiktoken.catalog.config;

import io.tiktoken.catalog.stock.ExpireReservations;
import io.tiktoken.catalog.stock.ReservationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** What runs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimerConfiguration {

    @Bean
    SchedulingConfigurer reservationExpiry(ExpireReservations reservations, ReservationSettings settings) {
        return timers -> timers.addFixedDelayTask(reservations::expire, settings.sweepEvery());
    }
}
