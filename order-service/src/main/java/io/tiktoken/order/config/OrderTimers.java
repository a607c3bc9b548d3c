package io.tiktoken.order.config;

import io.tiktoken.order.order.ExpireOrders;
import io.tiktoken.order.order.OrderSettings;
import io.tiktoken.order.purchase.PurchaseSettings;
import io.tiktoken.order.purchase.RecoverPurchases;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What runs by itself, for the first time at start-up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OrderTimers implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(OrderTimers.class);

    private final RecoverPurchases recoverPurchases;
    private final PurchaseSettings purchaseSettings;
    private final ExpireOrders expireOrders;
    private final OrderSettings orderSettings;

    OrderTimers(
            RecoverPurchases recoverPurchases,
            PurchaseSettings purchaseSettings,
            ExpireOrders expireOrders,
            OrderSettings orderSettings) {
        this.recoverPurchases = recoverPurchases;
        this.purchaseSettings = purchaseSettings;
        this.expireOrders = expireOrders;
        this.orderSettings = orderSettings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(
                tolerant("Recovering purchases", recoverPurchases::recover),
                purchaseSettings.recoveryInterval(),
                Duration.ZERO));
        registrar.addFixedDelayTask(new FixedDelayTask(
                tolerant("Expiring orders", expireOrders::sweep), orderSettings.expiryInterval(), Duration.ZERO));
    }

    /** What fails now (the database is locked, the disk is full) is tried again at the next turn. */
    private static Runnable tolerant(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                log.warn("{} failed and will be tried again: {}", what, failure.toString());
            }
        };
    }
}
