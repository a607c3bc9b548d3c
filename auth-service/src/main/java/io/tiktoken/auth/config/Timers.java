package io.tiktoken.auth.config;

import io.tiktoken.auth.approval.PurgeApprovedWithoutCode;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.RenewalSettings;
import io.tiktoken.auth.session.SessionSettings;
import io.tiktoken.auth.session.SweepSessions;
import io.tiktoken.auth.shownonce.PurgeKeptAnswers;
import io.tiktoken.defaults.database.PurgeSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What runs by the clock, again and again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timers implements SchedulingConfigurer {

    private final SweepSessions sweepSessions;
    private final SessionSettings sessions;
    private final PurgeKeptAnswers purgeKeptAnswers;
    private final EndApprovals endApprovals;
    private final RenewalSettings renewals;
    private final PurgeApprovedWithoutCode purgeApprovedWithoutCode;
    private final PurgeSettings purges;

    Timers(
            SweepSessions sweepSessions,
            SessionSettings sessions,
            PurgeKeptAnswers purgeKeptAnswers,
            EndApprovals endApprovals,
            RenewalSettings renewals,
            PurgeApprovedWithoutCode purgeApprovedWithoutCode,
            PurgeSettings purges) {
        this.sweepSessions = sweepSessions;
        this.sessions = sessions;
        this.purgeKeptAnswers = purgeKeptAnswers;
        this.endApprovals = endApprovals;
        this.renewals = renewals;
        this.purgeApprovedWithoutCode = purgeApprovedWithoutCode;
        this.purges = purges;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar timers) {
        var every = sessions.sweepEvery();
        timers.addFixedDelayTask(new FixedDelayTask(sweepSessions::sweep, every, every));
        timers.addFixedDelayTask(new FixedDelayTask(purgeKeptAnswers::purge, purges.every(), purges.every()));
        timers.addFixedDelayTask(endApprovals::resume, renewals.tellEvery());
        timers.addFixedDelayTask(purgeApprovedWithoutCode::purge, purges.every());
    }
}
