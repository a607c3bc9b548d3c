package io.tiktoken.order.config;

import io.tiktoken.order.purchase.PurchaseSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that purchases run on: some for customers who wait, a few for recovery, so that neither starves the other. */
@Configuration(proxyBeanMethods = false)
class ThreadConfiguration {

    /** Stopped after the web server, whose last requests wait for them, and before the writer, which they need. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 3072;

    @Bean
    ThreadPoolTaskExecutor purchaseThreads(PurchaseSettings settings) {
        return threads("purchase-", settings.workers(), settings.queue());
    }

    @Bean
    ThreadPoolTaskExecutor recoveryThreads(PurchaseSettings settings) {
        return threads("recovery-", settings.recoveryWorkers(), settings.recoveryBatch());
    }

    private static ThreadPoolTaskExecutor threads(String name, int size, int queue) {
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix(name);
        threads.setCorePoolSize(size);
        threads.setMaxPoolSize(size);
        threads.setAllowCoreThreadTimeOut(true);
        threads.setQueueCapacity(queue);
        threads.setPhase(PHASE);
        threads.setTaskDecorator(new ContextPropagatingTaskDecorator());
        return threads;
    }
}
