package io.tiktoken.wallet.config;

import io.tiktoken.defaults.database.PurgeSettings;
import io.tiktoken.wallet.approval.PurgeApprovalGenerations;
import io.tiktoken.wallet.approval.PurgeSpentApprovals;
import io.tiktoken.wallet.reservation.Tombstones;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What is forgotten by the clock, besides the idempotent requests that every service forgets alike. */
@Configuration(proxyBeanMethods = false)
class PurgeTimers implements SchedulingConfigurer {

    private final Tombstones tombstones;
    private final PurgeSpentApprovals purgeSpentApprovals;
    private final PurgeApprovalGenerations purgeApprovalGenerations;
    private final PurgeSettings settings;

    PurgeTimers(
            Tombstones tombstones,
            PurgeSpentApprovals purgeSpentApprovals,
            PurgeApprovalGenerations purgeApprovalGenerations,
            PurgeSettings settings) {
        this.tombstones = tombstones;
        this.purgeSpentApprovals = purgeSpentApprovals;
        this.purgeApprovalGenerations = purgeApprovalGenerations;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar timers) {
        timers.addFixedDelayTask(tombstones::purge, settings.every());
        timers.addFixedDelayTask(purgeSpentApprovals::purge, settings.every());
        timers.addFixedDelayTask(purgeApprovalGenerations::purge, settings.every());
    }
}
