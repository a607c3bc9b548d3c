package io.tiktoken.wallet.config;

import io.tiktoken.defaults.database.PurgeSettings;
import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.anchor.AnchorSettings;
import io.tiktoken.wallet.approval.PurgeApprovals;
import io.tiktoken.wallet.proof.FullChecks;
import io.tiktoken.wallet.proof.LatestProof;
import io.tiktoken.wallet.proof.ProofSettings;
import io.tiktoken.wallet.reservation.ExpireReservations;
import io.tiktoken.wallet.reservation.ReservationSettings;
import io.tiktoken.wallet.reservation.Tombstones;
import io.tiktoken.wallet.topup.ResumeTopUps;
import io.tiktoken.wallet.topup.TopUpSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** What runs by the clock: at start-up, and again and again. Every service purges its idempotent requests besides. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimerConfiguration {

    @Bean
    SchedulingConfigurer moneyTimers(
            ExpireReservations expireReservations,
            ReservationSettings reservations,
            ResumeTopUps resumeTopUps,
            TopUpSettings topUps) {
        return timers -> {
            timers.addFixedDelayTask(expireReservations::expire, reservations.sweepEvery());
            timers.addFixedDelayTask(resumeTopUps::resume, topUps.lookEvery());
        };
    }

    @Bean
    SchedulingConfigurer proofTimers(
            AnchorHead anchorHead,
            AnchorSettings anchor,
            FullChecks fullChecks,
            LatestProof latestProof,
            ProofSettings proof) {
        return timers -> {
            timers.addFixedDelayTask(anchorHead::anchor, anchor.every());
            timers.addFixedDelayTask(anchorHead::anchorIfMany, anchor.lookEvery());
            timers.addFixedDelayTask(fullChecks::request, proof.fullCheckEvery());
            timers.addFixedDelayTask(latestProof::get, proof.every());
        };
    }

    @Bean
    SchedulingConfigurer purgeTimers(Tombstones tombstones, PurgeApprovals purgeApprovals, PurgeSettings purge) {
        return timers -> {
            timers.addFixedDelayTask(tombstones::purge, purge.every());
            timers.addFixedDelayTask(purgeApprovals::purgeSpent, purge.every());
            timers.addFixedDelayTask(purgeApprovals::purgeGenerations, purge.every());
        };
    }
}
