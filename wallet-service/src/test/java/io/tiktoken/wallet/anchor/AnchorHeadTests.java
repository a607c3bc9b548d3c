package io.tiktoken.wallet.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.wallet.DomainTest;
import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DomainTest
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
    TestWallets wallets;

    @BeforeEach
    void somethingHappened() {
        wallets.someoneWith("1.00");
    }

    @AfterEach
    void theNotarySpeaks() {
        notary.speakAgain();
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
}
