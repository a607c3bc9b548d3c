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
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What runs by the clock: at start-up, and again and again. Every service purges its idempotent requests besides. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimerConfiguration implements SchedulingConfigurer {

    private final ExpireReservations expireReservations;
    private final ReservationSettings reservations;
    private final ResumeTopUps resumeTopUps;
    private final TopUpSettings topUps;
    private final AnchorHead anchorHead;
    private final AnchorSettings anchor;
    private final FullChecks fullChecks;
    private final LatestProof latestProof;
    private final ProofSettings proof;
    private final Tombstones tombstones;
    private final PurgeApprovals purgeApprovals;
    private final PurgeSettings purge;

    TimerConfiguration(
            ExpireReservations expireReservations,
            ReservationSettings reservations,
            ResumeTopUps resumeTopUps,
            TopUpSettings topUps,
            AnchorHead anchorHead,
            AnchorSettings anchor,
            FullChecks fullChecks,
            LatestProof latestProof,
            ProofSettings proof,
            Tombstones tombstones,
            PurgeApprovals purgeApprovals,
            PurgeSettings purge) {
        this.expireReservations = expireReservations;
        this.reservations = reservations;
        this.resumeTopUps = resumeTopUps;
        this.topUps = topUps;
        this.anchorHead = anchorHead;
        this.anchor = anchor;
        this.fullChecks = fullChecks;
        this.latestProof = latestProof;
        this.proof = proof;
        this.tombstones = tombstones;
        this.purgeApprovals = purgeApprovals;
        this.purge = purge;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar timers) {
        timers.addFixedDelayTask(expireReservations::expire, reservations.sweepEvery());
        timers.addFixedDelayTask(resumeTopUps::resume, topUps.lookEvery());
        timers.addFixedDelayTask(anchorHead::anchor, anchor.every());
        timers.addFixedDelayTask(anchorHead::anchorIfMany, anchor.lookEvery());
        timers.addFixedDelayTask(fullChecks::request, proof.fullCheckEvery());
        timers.addFixedDelayTask(latestProof::get, proof.every());
        timers.addFixedDelayTask(tombstones::purge, purge.every());
        timers.addFixedDelayTask(purgeApprovals::purgeSpent, purge.every());
        timers.addFixedDelayTask(purgeApprovals::purgeGenerations, purge.every());
    }
}
