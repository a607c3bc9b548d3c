package io.tiktoken.wallet.ledger;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.wallet.ledger.Entry.Booked;
import io.tiktoken.wallet.ledger.Posting.StatementLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTests {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000000");
    private static final Salt SALT = new Salt("000102030405060708090a0b0c0d0e0f");

    private static final Booked PAID =
            new Booked(1, "wallet/a", ttk("-5.00"), 500, new StatementLine(TransactionType.TRANSFER_OUT, "B••"));
    private static final Booked GOT =
            new Booked(2, "wallet/b", ttk("5.00"), 700, new StatementLine(TransactionType.TRANSFER_IN, "A••"));

    private final Seal seal = new Seal();

    /** Computed by the few lines of Python in the README, which know nothing of this class. */
    @Test
    void isWhatTheDocumentationSays() {
        assertThat(seal.of(entry(PAID, GOT), SALT, Hash.GENESIS).hex())
                .isEqualTo("03b68acc7491e64aeb98418b48850438987d01277c5191c0c3440dc921dd196a");
        assertThat(seal.of(entry(PAID, GOT), null, Hash.GENESIS).hex())
                .isEqualTo("2b0db3200f820cc082e4071d272a7b0980360acfc207f5e27d214f02136f1ec4");
    }

    @Test
    void everyChangeOfAPostingChangesItsDigest() {
        var digests = new HashSet<Hash>();
        for (var posting : List.of(
                PAID,
                new Booked(2, "wallet/a", ttk("-5.00"), 500, PAID.line()),
                new Booked(1, "wallet/c", ttk("-5.00"), 500, PAID.line()),
                new Booked(1, "wallet/a", ttk("-5.01"), 500, PAID.line()),
                new Booked(1, "wallet/a", ttk("-5.00"), 501, PAID.line()),
                new Booked(1, "wallet/a", ttk("-5.00"), 500, GOT.line()),
                new Booked(1, "wallet/a", ttk("-5.00"), 500, new StatementLine(TransactionType.TRANSFER_OUT, null)),
                new Booked(1, "wallet/a", ttk("-5.00"), 500, null))) {
            digests.add(seal.digestOf(posting, SALT));
        }
        digests.add(seal.digestOf(PAID, new Salt("100102030405060708090a0b0c0d0e0f")));

        assertThat(digests).hasSize(9);
    }

    @Test
    void postingsOfOneEntryHaveSaltsThatDoNotTellOfEachOther() {
        assertThat(seal.saltOf(PAID, SALT)).isNotEqualTo(seal.saltOf(GOT, SALT)).isNotEqualTo(SALT);
        assertThat(SALT).hasToString("Salt[…]");
    }

    private static Entry entry(Booked... postings) {
        return new Entry(
                7, ID, EntryKind.TRANSFER, ID, "Ünch", Instant.ofEpochMilli(1_767_225_600_123L), List.of(postings));
    }
}
