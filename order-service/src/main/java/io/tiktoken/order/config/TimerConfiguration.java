package io.tiktoken.order.config;

import io.tiktoken.order.order.ExpireOrders;
import io.tiktoken.order.order.OrderSettings;
import io.tiktoken.order.purchase.PurchaseSettings;
import io.tiktoken.order.purchase.RecoverPurchases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** What runs by itself, for the first time at start-up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimerConfiguration {

    @Bean
    SchedulingConfigurer purchaseRecovery(RecoverPurchases purchases, PurchaseSettings settings) {
        return timers -> timers.addFixedDelayTask(purchases::recover, settings.recoveryInterval());
    }

    @Bean
    SchedulingConfigurer orderExpiry(ExpireOrders orders, OrderSettings settings) {
        return timers -> timers.addFixedDelayTask(orders::expire, settings.expiryInterval());
    }
}
