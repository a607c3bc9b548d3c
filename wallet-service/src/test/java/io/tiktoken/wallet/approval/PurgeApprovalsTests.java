package io.tiktoken.wallet.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.annotation.DirtiesContext.ClassMode.BEFORE_CLASS;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.VerbTest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@VerbTest
@DirtiesContext(classMode = BEFORE_CLASS) // With a clock that nobody has set.
class PurgeApprovalsTests {

    private static final Duration KEPT = Duration.ofDays(7);

    @Autowired
    SpentApprovals spentApprovals;

    @Autowired
    PurgeApprovals purgeApprovals;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Test
    void aSpentApprovalIsRememberedForAWeek() {
        clock.advance(KEPT.plusDays(1));
        purgeApprovals.purgeSpent();
        var approval = UUID.randomUUID();
        spend(approval);
        IntStream.range(0, 600).forEach(_ -> spend(UUID.randomUUID()));

        clock.advance(KEPT);
        assertThat(purgeApprovals.purgeSpent()).isZero();
        assertThat(spentApprovals.contains(new ApprovalId(approval))).isTrue();

        clock.advance(Duration.ofMillis(1));
        assertThat(purgeApprovals.purgeSpent()).isEqualTo(601);
        assertThat(spentApprovals.contains(new ApprovalId(approval))).isFalse();
    }

    @Test
    void aClockThatIsSetForwardForgetsNoSpentApproval() {
        purgeApprovals.purgeSpent();
        var approval = UUID.randomUUID();
        spend(approval);

        clock.leap(Duration.ofDays(400));
        assertThat(purgeApprovals.purgeSpent()).isZero();
        clock.leap(Duration.ofDays(-400));

        assertThat(spentApprovals.contains(new ApprovalId(approval))).isTrue();
    }

    private void spend(UUID approval) {
        writer.run(() -> spentApprovals.add(new ApprovalId(approval), UUID.randomUUID()));
    }
}
