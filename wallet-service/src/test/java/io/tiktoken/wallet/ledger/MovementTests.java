package io.tiktoken.wallet.ledger;

import static io.tiktoken.wallet.TestWallets.ttk;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovementTests {

    private static final UUID ALICE = UUID.fromString("01900000-0000-7000-8000-00000000a11c");
    private static final UUID SHOP = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID ANY = UUID.randomUUID();

    @Test
    void aTopUpInSingaporeDollarsIssuesAsManyTikTokens() {
        var topUp = new Movement.CardTopUp(
                ANY,
                new OwnerId(ALICE),
                Money.of("20.00", "SGD"),
                ttk("20.00"),
                ttk("0.00"),
                ttk("0.00"),
                "Visa •••• 4242");

        assertThat(booked(topUp))
                .containsExactly(
                        "card-clearing/SGD -20.00 SGD",
                        "fx/SGD 20.00 SGD",
                        "issuance -20.00 TTK",
                        "wallet/" + ALICE + " 20.00 TTK");
    }

    @Test
    void aTopUpInForeignMoneyBooksTheFeeAndWhatTheExchangeLeavesOver() {
        var topUp = new Movement.CardTopUp(
                ANY,
                new OwnerId(ALICE),
                Money.of("1000", "JPY"),
                ttk("8.50"),
                ttk("0.08"),
                ttk("0.01"),
                "Visa •••• 4242");

        assertThat(booked(topUp))
                .containsExactly(
                        "card-clearing/JPY -1000 JPY",
                        "fx/JPY 1000 JPY",
                        "issuance -8.59 TTK",
                        "wallet/" + ALICE + " 8.50 TTK",
                        "fees 0.08 TTK",
                        "rounding 0.01 TTK");
    }

    @Test
    void aPurchaseTakesWhatWasReserved() {
        var purchase = new Movement.Purchase(
                ANY, new OwnerId(ALICE), new OwnerId(SHOP), "TikToken Shop", new OrderId(ANY), ttk("15.50"));

        assertThat(booked(purchase))
                .containsExactly("wallet/" + ALICE + " -15.50 TTK", "wallet/" + SHOP + " 15.50 TTK");
        assertThat(purchase.postings()).extracting(Posting::reserved).containsExactly(ttk("15.50"), ttk("0.00"));
    }

    @Test
    void aTransferGoesFromOneWalletToAnotherAndEachSeesTheOther() {
        var transfer = new Movement.Transfer(
                ANY,
                new Movement.Transfer.Party(new OwnerId(ALICE), "alice (A•••)"),
                new Movement.Transfer.Party(new OwnerId(SHOP), "bob (B••)"),
                ttk("5.00"),
                "for lunch");

        assertThat(booked(transfer)).containsExactly("wallet/" + ALICE + " -5.00 TTK", "wallet/" + SHOP + " 5.00 TTK");
        assertThat(transfer.postings())
                .extracting(posting -> requireNonNull(posting.line()).counterparty())
                .containsExactly("bob (B••)", "alice (A•••)");
        assertThat(transfer.description()).isEqualTo("for lunch");
    }

    @Test
    void aRefundComesOutOfTheMerchantsWallet() {
        var refund = new Movement.Refund(
                ANY, new OwnerId(ALICE), new OwnerId(SHOP), "TikToken Shop", new OrderId(ANY), ttk("5.00"));

        assertThat(booked(refund)).containsExactly("wallet/" + SHOP + " -5.00 TTK", "wallet/" + ALICE + " 5.00 TTK");
        assertThat(refund.postings()).extracting(Posting::reserved).containsOnly(ttk("0.00"));
    }

    @Test
    void anAdjustmentIssuesTikTokensOrTakesThemBack() {
        var in = new Movement.Adjustment(ANY, new OwnerId(ALICE), ttk("5.00"), "paid twice", ANY);
        var out = new Movement.Adjustment(ANY, new OwnerId(ALICE), ttk("-5.00"), "paid twice", ANY);

        assertThat(booked(in)).containsExactly("wallet/" + ALICE + " 5.00 TTK", "issuance -5.00 TTK");
        assertThat(booked(out)).containsExactly("wallet/" + ALICE + " -5.00 TTK", "issuance 5.00 TTK");
        assertThat(out.description()).isEqualTo("Correction: paid twice");
    }

    private static List<String> booked(Movement movement) {
        return movement.postings().stream()
                .map(posting -> posting.account().name() + " " + posting.amount())
                .toList();
    }
}
