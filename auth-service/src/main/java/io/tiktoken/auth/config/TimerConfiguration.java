package io.tiktoken.auth.config;

import io.tiktoken.auth.approval.ApprovedWithoutCode;
import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.RenewalSettings;
import io.tiktoken.auth.rotation.RotateKeys;
import io.tiktoken.auth.session.PurgeSessions;
import io.tiktoken.auth.session.SessionSettings;
import io.tiktoken.auth.shownonce.KeptAnswers;
import io.tiktoken.defaults.database.Purge;
import io.tiktoken.defaults.database.PurgeSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What runs by the clock, again and again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimerConfiguration {

    @Bean
    SchedulingConfigurer purges(
            PurgeSessions purgeSessions,
            SessionSettings sessions,
            KeptAnswers answers,
            ApprovedWithoutCode approved,
            Purge purge,
            PurgeSettings settings) {
        return timers -> {
            after(sessions.sweepEvery(), purgeSessions::purge, timers);
            after(settings.every(), () -> answers.purge(purge), timers);
            timers.addFixedDelayTask(() -> approved.purge(purge), settings.every());
        };
    }

    @Bean
    SchedulingConfigurer renewals(EndApprovals endApprovals, RenewalSettings settings) {
        return timers -> timers.addFixedDelayTask(endApprovals::resume, settings.tellEvery());
    }

    /** What it is late with harms nobody: keys follow each other by their times. */
    @Bean
    SchedulingConfigurer keys(SigningKeys keys, RotateKeys rotateKeys) {
        return timers -> {
            // Another replica's new key must be published here, too, long before it signs.
            after(Duration.ofSeconds(15), keys::reload, timers);
            after(Duration.ofMinutes(1), rotateKeys::rotateWhenDue, timers);
            after(Duration.ofMinutes(1), rotateKeys::destroyOld, timers);
        };
    }

    private static void after(Duration delay, Runnable task, ScheduledTaskRegistrar timers) {
        timers.addFixedDelayTask(new FixedDelayTask(task, delay, delay));
    }
}
