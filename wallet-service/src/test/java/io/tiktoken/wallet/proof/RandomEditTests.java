package io.tiktoken.wallet.proof;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whatever somebody with a database tool does to the ledger, the full check finds it and says where. */
@VerbTest
@TestPropertySource(properties = "tiktoken.proof.chunk=499") // A ledger of its own, and a small one.
class RandomEditTests {

    private static final Logger log = LoggerFactory.getLogger(RandomEditTests.class);
    private static final int EDITS = 1_000;
    private static final int ONE_IN_SO_MANY_CUTS = 20;
    private static final int CHUNK = 20;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    RefundPurchase refundPurchase;

    @Autowired
    Journal journal;

    @Autowired
    AnchorHead anchorHead;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakeNotary notary;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void aThousandRandomEditsAreFoundWhereTheyAre() {
        var seed = Long.getLong("tiktoken.seed", new Random().nextLong());
        log.info("The seed of the random edits is {}; -Dtiktoken.seed={} repeats them", seed, seed);
        var random = new Random(seed);
        var anchored = business();
        var kinds = new TreeMap<String, Integer>();
        try (var copy = TamperedCopy.of(jdbc, folder, notary, CHUNK)) {
            assertThat(copy.fullCheck().holds()).isTrue();
            for (var made = 0; made < EDITS; ) {
                copy.tool().sql("BEGIN").update();
                var kind = random.nextInt(ONE_IN_SO_MANY_CUTS) == 0
                        ? cut(copy, anchored, random)
                        : edit(copy, random, seed);
                copy.tool().sql("ROLLBACK").update();
                if (!kind.isEmpty()) {
                    kinds.merge(kind, 1, Integer::sum);
                    made++;
                }
            }
            assertThat(copy.fullCheck().holds()).isTrue();
        }
        log.info("{} random edits were found, by kind: {}", EDITS, kinds);
        assertThat(kinds.keySet())
                .contains("entries.salt, bit", "postings.line, value", "reservations.seal, bit", "tail cut off");
    }

    private static String edit(TamperedCopy copy, Random random, long seed) {
        var made = RandomEdit.make(copy.tool(), random);
        made.ifPresent(edit -> {
            var check = copy.fullCheck();
            assertThat(check.holds()).as("seed %d: %s", seed, edit).isFalse();
            assertThat(namesThePlace(check, edit))
                    .as("seed %d: %s is named in %s", seed, edit, check)
                    .isTrue();
        });
        return made.map(RandomEdit::kind).orElse("");
    }

    private static boolean namesThePlace(FullCheck check, RandomEdit edit) {
        var findings = check.findings();
        return switch (edit.table()) {
            case "entries" -> Long.valueOf(place(edit, "sequence")).equals(findings.firstBad());
            case "postings" -> Long.valueOf(place(edit, "entry")).equals(findings.firstBad());
            case "accounts" -> {
                var name = edit.row().get("name");
                yield List.of(findings.wrongAccounts(), findings.wrongReserved()).stream()
                        .anyMatch(places -> places.named().contains(name));
            }
            default ->
                check.promises().wrong().named().contains(edit.row().get("id"))
                        || check.promises().wrong().named().contains(edit.value())
                        || findings.wrongReserved()
                                .named()
                                .contains("wallet/" + edit.row().get("customer_id"));
        };
    }

    /** The entry that is bad; when something was moved, the first of the two. */
    private static long place(RandomEdit edit, String column) {
        var was = ((Number) edit.row().get(column)).longValue();
        return edit.column().equals(column) ? Math.min(was, Long.parseLong(edit.value())) : was;
    }

    /** Cuts the end off so cleanly that only what is on record elsewhere tells. */
    private static String cut(TamperedCopy copy, long anchored, Random random) {
        var from = random.nextLong(2, anchored + 1);
        for (var statement : List.of(
                "DELETE FROM postings WHERE entry >= %d".formatted(from),
                "DELETE FROM entries WHERE sequence >= %d".formatted(from),
                "DELETE FROM accounts WHERE name NOT IN (SELECT account FROM postings)",
                "DELETE FROM reservations WHERE state = 'RESERVED'",
                """
                UPDATE accounts SET reserved = 0, balance = (SELECT balance_after FROM postings WHERE account = name
                ORDER BY entry DESC LIMIT 1)""")) {
            copy.tool().sql(statement).update();
        }
        var check = copy.fullCheck();
        assertThat(check.findings().isSound()).isTrue();
        assertThat(check.anchor().isBroken()).isTrue();
        assertThat(check.anchor().height()).isEqualTo(anchored);
        return "tail cut off";
    }

    /** Some of everything; answers how far it is on record. */
    private long business() {
        var people = IntStream.range(0, 6)
                .mapToObj(_ -> wallets.someoneWith("100.00"))
                .toList();
        for (var each = 0; each < people.size(); each++) {
            var alice = people.get(each);
            var bob = people.get((each + 1) % people.size());
            journal.postSurely(new Movement.Transfer(
                    UUID.randomUUID(),
                    new Party(new OwnerId(alice), "A•• é"),
                    new Party(new OwnerId(bob), "B••"),
                    ttk("1.23"),
                    "für “dich” \uFFFD"));
            var paid = reserve(alice, "30.00");
            settleReservation.commit(paid);
            refundPurchase.refund(new RefundPurchase.Request(UUID.randomUUID(), paid, ttk("10.00")));
            reserve(bob, "5.00");
        }
        anchorHead.anchor();
        var anchored = journal.head().height();
        people.forEach(person -> wallets.topUp(person, "1.00"));
        return anchored;
    }

    private ReservationId reserve(UUID customer, String amount) {
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(UUID.randomUUID()),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        reserveFunds.reserve(request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
        return request.id();
    }
}
