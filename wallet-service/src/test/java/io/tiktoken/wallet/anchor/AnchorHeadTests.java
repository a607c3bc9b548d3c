package io.tiktoken.wallet.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Journal;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@VerbTest
@ExtendWith(OutputCaptureExtension.class)
class AnchorHeadTests {

    @Autowired
    AnchorHead anchorHead;

    @Autowired
    Receipts receipts;

    @Autowired
    FakeNotary notary;

    @Autowired
    Journal journal;

    @Autowired
    SingleWriter writer;

    @Autowired
    TestWallets wallets;

    @BeforeEach
    void somethingHappened() {
        wallets.someoneWith("1.00");
    }

    @AfterEach
    void theNotarySpeaks() {
        notary.speakAgain();
        notary.forgetEverything();
    }

    @Test
    void putsTheHeadOnRecordAndKeepsTheReceipt() {
        anchorHead.anchor();

        assertThat(receipts.latestHeight()).isEqualTo(journal.head().height());
        assertThat(notary.latest())
                .isInstanceOfSatisfying(
                        Notary.Latest.Found.class,
                        found -> assertThat(found.anchor().head()).isEqualTo(journal.head()));
    }

    @Test
    void triesAgainWhenTheNotaryDidNotAnswer(CapturedOutput output) {
        notary.fallSilent();
        anchorHead.anchor();
        assertThat(receipts.latestHeight()).isLessThan(journal.head().height());
        assertThat(output).contains("it will be tried again");

        notary.speakAgain();
        anchorHead.anchor();

        assertThat(receipts.latestHeight()).isEqualTo(journal.head().height());
    }

    @Test
    void saysLoudlyThatTheJournalIsNotTheOneOnRecord(CapturedOutput output) {
        notary.keep(new ChainHead(journal.head().height(), new Hash("f".repeat(64))));

        anchorHead.anchor();

        assertThat(output).contains("ERROR").contains("Stop money from moving");
        assertThat(receipts.latestHeight()).isLessThan(journal.head().height());
    }

    @Test
    void heightsOnRecordAreNeverFarApartEvenAfterALongSilence() {
        anchorHead.anchor();
        var before = receipts.latestHeight();
        IntStream.range(0, 8).forEach(_ -> wallets.someoneWith("1.00"));

        anchoringAtMost(3).anchor();

        assertThat(receipts.firstFrom(before + 1))
                .hasValueSatisfying(
                        receipt -> assertThat(receipt.anchor().head().height()).isEqualTo(before + 3));
        assertThat(receipts.latestHeight()).isEqualTo(before + 8);
    }

    @Test
    void manyEntriesDoNotWaitForTheirTimeUnlessTheNotaryIsSilent() {
        anchorHead.anchor();
        var before = receipts.latestHeight();
        var eager = anchoringAtMost(3);
        IntStream.range(0, 2).forEach(_ -> wallets.someoneWith("1.00"));

        eager.anchorIfMany();
        assertThat(receipts.latestHeight()).isEqualTo(before);

        wallets.someoneWith("1.00");
        notary.fallSilent();
        eager.anchorIfMany();
        notary.speakAgain();
        eager.anchorIfMany();
        assertThat(receipts.latestHeight()).as("left in peace").isEqualTo(before);

        eager.anchor();
        assertThat(receipts.latestHeight()).isEqualTo(before + 3);
    }

    @Test
    void aReceiptIsSignedAnewWhileTheNotaryAnswers() {
        var height = journal.head().height();

        assertThat(anchorHead.covering(height)).isPresent();
        notary.fallSilent();
        assertThat(anchorHead.covering(height)).isPresent();
        assertThat(anchorHead.covering(height + 1)).isEmpty();
    }

    private AnchorHead anchoringAtMost(int entries) {
        var settings = new AnchorSettings(Duration.ofMinutes(1), entries, Duration.ofSeconds(1));
        return new AnchorHead(journal, notary, receipts, settings, writer);
    }
}
