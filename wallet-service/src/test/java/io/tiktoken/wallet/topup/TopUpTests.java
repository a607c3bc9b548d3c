package io.tiktoken.wallet.topup;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.FakeQuotes;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.FreezeWallet;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.proof.ProveLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class TopUpTests {

    private static final Money TWENTY_DOLLARS = Money.of("20.00", "SGD");
    private static final Money YEN = Money.of("1000", "JPY");

    @Autowired
    StartTopUp startTopUp;

    @Autowired
    ResumeTopUp resumeTopUp;

    @Autowired
    ResumeTopUps resumeTopUps;

    @Autowired
    FindTopUp findTopUp;

    @Autowired
    FakeQuotes fx;

    @Autowired
    CardProcessor sandbox;

    @Autowired
    TestWallets wallets;

    @Autowired
    FreezeWallet freezeWallet;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    SettableClock clock;

    // The parts of the verb, to put one together that can be cut short.
    @Autowired
    SingleWriter writer;

    @Autowired
    TopUps topUps;

    @Autowired
    Pricing pricing;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private final UUID alice = UUID.randomUUID();

    @AfterEach
    void theLedgerHolds() {
        fx.speakAgain();
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    @Test
    void singaporeDollarsAreCreditedAtPar() {
        var topUp = resumeTopUp.resume(start(TWENTY_DOLLARS, "pm_card_visa", null));

        assertThat(topUp.status()).isEqualTo(TopUp.Status.SUCCEEDED);
        assertThat(topUp.price()).isEqualTo(new Price(ttk("20.00"), ttk("0.00"), ttk("0.00")));
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void foreignMoneyIsCreditedAsQuotedAndTheResidueIsBooked() {
        var yen = Money.of("1000", "JPY");
        var rounding = balanceOf("rounding");
        // 1000 / 115.5 = 8.6580…: a fee of 8 cents, 8.57 to the customer, and 0.0080 left over.
        var quote = fx.promise(new Quote(yen, ttk("8.57"), ttk("0.08"), new BigDecimal("115.5")));

        var topUp = resumeTopUp.resume(start(yen, "pm_card_visa", quote));

        assertThat(topUp.price()).isEqualTo(new Price(ttk("8.57"), ttk("0.08"), ttk("0.01")));
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("8.57"));
        assertThat(balanceOf("rounding")).isEqualTo(rounding + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, CARD_DECLINED, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, CARD_DECLINED, insufficient_funds",
        "pm_card_nobody_knows, PAYMENT_METHOD_UNKNOWN,"
    })
    void aCardThatIsRefusedBringsNothing(String paymentMethod, Failure.Reason reason, String declineCode) {
        var topUp = resumeTopUp.resume(start(TWENTY_DOLLARS, paymentMethod, null));

        assertThat(topUp.failure()).isEqualTo(new Failure(reason, declineCode));
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void aQuoteForAnotherAmountIsNotUsed() {
        var quote = fx.promise(new Quote(Money.of("1001", "JPY"), ttk("8.55"), ttk("0.00"), new BigDecimal("117")));

        var topUp = resumeTopUp.resume(start(Money.of("1000", "JPY"), "pm_card_visa", quote));

        assertThat(topUp.failure()).isEqualTo(Failure.because(Failure.Reason.QUOTE_MISMATCH));
    }

    @Test
    void aQuoteIsForOneTopUp() {
        var yen = Money.of("1000", "JPY");
        var quote = fx.promise(new Quote(yen, ttk("8.65"), ttk("0.00"), new BigDecimal("115.5")));
        resumeTopUp.resume(start(yen, "pm_card_visa", quote));

        var second = resumeTopUp.resume(start(yen, "pm_card_visa", quote));

        assertThat(second.failure()).isEqualTo(Failure.because(Failure.Reason.QUOTE_REDEEMED));
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("8.65"));
    }

    @Test
    void whatTheWalletMayNotHoldIsNeverCharged() {
        wallets.topUp(alice, "15000.00");
        start(Money.of("4000.00", "SGD"), "pm_card_visa", null); // Still on its way, and counted.

        var tooMuch = resumeTopUp.resume(start(Money.of("1000.01", "SGD"), "pm_card_visa", null));
        var justRight = resumeTopUp.resume(start(Money.of("1000.00", "SGD"), "pm_card_visa", null));

        assertThat(tooMuch.failure()).isEqualTo(Failure.because(Failure.Reason.LIMIT_EXCEEDED));
        assertThat(chargesOf(tooMuch.id())).isZero();
        assertThat(justRight.status()).isEqualTo(TopUp.Status.SUCCEEDED);
    }

    @Test
    void whatGotNoAnswerIsAskedForAgainWithLongerAndLongerWaits() {
        var yen = Money.of("1000", "JPY");
        var quote = fx.promise(new Quote(yen, ttk("8.65"), ttk("0.00"), new BigDecimal("115.5")));
        fx.fallSilent();
        var id = start(yen, "pm_card_visa", quote);
        assertThat(resumeTopUp.resume(id).status()).isEqualTo(TopUp.Status.PENDING);

        clock.advance(Duration.ofSeconds(10));
        resumeTopUps.resume();
        fx.speakAgain();
        clock.advance(Duration.ofSeconds(19));
        resumeTopUps.resume();
        assertThat(statusOf(id)).isEqualTo(TopUp.Status.PENDING);

        clock.advance(Duration.ofSeconds(1));
        resumeTopUps.resume();
        assertThat(statusOf(id)).isEqualTo(TopUp.Status.SUCCEEDED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("8.65"));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, CARD_DECLINED",
        "pm_card_chargeDeclinedInsufficientFunds, CARD_DECLINED",
        "pm_card_nobody_knows, PAYMENT_METHOD_UNKNOWN"
    })
    void aRefusedCardDoesNotUseTheQuoteUp(String paymentMethod, Failure.Reason reason) {
        var quote = aThousandYen();

        assertThat(failure(start(YEN, paymentMethod, quote))).isEqualTo(reason);

        assertCredited(start(YEN, "pm_card_visa", quote));
    }

    @Test
    void anotherAmountDoesNotUseTheQuoteUp() {
        var quote = aThousandYen();

        assertThat(failure(start(Money.of("1001", "JPY"), "pm_card_visa", quote)))
                .isEqualTo(Failure.Reason.QUOTE_MISMATCH);

        assertCredited(start(YEN, "pm_card_visa", quote));
    }

    @ParameterizedTest(name = "with {0} in the wallet")
    @ValueSource(strings = {"19991.36", "20000.00"})
    void aWalletWithoutRoomDoesNotUseTheQuoteUp(String balance) {
        var quote = aThousandYen();
        wallets.topUp(alice, balance);

        assertThat(failure(start(YEN, "pm_card_visa", quote))).isEqualTo(Failure.Reason.LIMIT_EXCEEDED);

        journal.postSurely(new Movement.Transfer(
                UUID.randomUUID(),
                new Party(new OwnerId(alice), "alice (A•••)"),
                new Party(new OwnerId(UUID.randomUUID()), "bob (B••)"),
                ttk(balance),
                null));
        assertCredited(start(YEN, "pm_card_visa", quote));
    }

    @ParameterizedTest(name = "frozen before it began: {0}")
    @ValueSource(booleans = {true, false})
    void aFrozenWalletDoesNotUseTheQuoteUp(boolean beforeItBegan) {
        var quote = aThousandYen();
        if (beforeItBegan) {
            freeze(Direction.IN);
        }
        var refused = start(YEN, "pm_card_visa", quote);
        freeze(Direction.IN);

        assertThat(failure(refused)).isEqualTo(Failure.Reason.WALLET_FROZEN);

        freeze(Direction.NONE);
        assertCredited(start(YEN, "pm_card_visa", quote));
    }

    @Test
    void anUnknownOutcomeKeepsTheQuote() {
        var quote = aThousandYen();
        var silentCards =
                new ResumeTopUp(writer, topUps, pricing, fx, (_, _, _) -> new CardProcessor.Answer.NoAnswer(), journal);
        var first = start(YEN, "pm_card_visa", quote);

        assertThat(silentCards.resume(first).status()).isEqualTo(TopUp.Status.PENDING);

        assertThat(failure(start(YEN, "pm_card_visa", quote))).isEqualTo(Failure.Reason.QUOTE_REDEEMED);
        assertCredited(first);
    }

    @Test
    void aQuoteIsGivenBackUntilFxServiceHasTakenIt() {
        var quote = aThousandYen();
        var refused = start(YEN, "pm_card_chargeDeclined", quote);
        var cardsThatSilenceFx = new ResumeTopUp(
                writer,
                topUps,
                pricing,
                fx,
                (charge, amount, paymentMethod) -> {
                    fx.fallSilent();
                    return sandbox.charge(charge, amount, paymentMethod);
                },
                journal);

        assertThat(cardsThatSilenceFx.resume(refused).status()).isEqualTo(TopUp.Status.FAILED);
        assertThat(topUps.find(refused)).get().extracting(TopUp::holdsQuote).isEqualTo(true);

        clock.advance(Duration.ofSeconds(10));
        resumeTopUps.resume();
        fx.speakAgain();
        assertThat(failure(start(YEN, "pm_card_visa", quote))).isEqualTo(Failure.Reason.QUOTE_REDEEMED);

        clock.advance(Duration.ofSeconds(20));
        resumeTopUps.resume();
        assertThat(topUps.find(refused)).get().extracting(TopUp::holdsQuote).isEqualTo(false);
        assertCredited(start(YEN, "pm_card_visa", quote));
        clock.advance(Duration.ofHours(1));
        assertThat(resumeTopUps.resume()).isZero();
    }

    /** A kill -9 after the refusal was stored, and before or after fx-service was told. */
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_RETURN", "AFTER_THE_RETURN"})
    void aReturnThatIsCutShortIsCarriedOn(Cut cut) {
        var quote = aThousandYen();
        var refused = start(YEN, "pm_card_chargeDeclined", quote);

        assertThatThrownBy(() -> cutShort(cut).resume(refused)).isInstanceOf(Killed.class);
        assertThat(statusOf(refused)).isEqualTo(TopUp.Status.FAILED);

        clock.advance(Duration.ofSeconds(10));
        resumeTopUps.resume();
        assertThat(topUps.find(refused)).get().extracting(TopUp::holdsQuote).isEqualTo(false);
        assertCredited(start(YEN, "pm_card_visa", quote));
    }

    /** Where a {@code kill -9} can strike: before and after each of the three calls. */
    enum Cut {
        BEFORE_THE_QUOTE,
        AFTER_THE_QUOTE,
        BEFORE_THE_CHARGE,
        AFTER_THE_CHARGE,
        BEFORE_THE_RETURN,
        AFTER_THE_RETURN
    }

    @ParameterizedTest
    @EnumSource(names = ".*_THE_(QUOTE|CHARGE)", mode = EnumSource.Mode.MATCH_ALL)
    void aTopUpThatIsCutShortIsCarriedOnAndCreditedOnce(Cut cut) {
        var yen = Money.of("1000", "JPY");
        var quote = fx.promise(new Quote(yen, ttk("8.65"), ttk("0.00"), new BigDecimal("115.5")));
        var id = start(yen, "pm_card_visa", quote);

        assertThatThrownBy(() -> cutShort(cut).resume(id)).isInstanceOf(Killed.class);
        assertThat(statusOf(id)).isEqualTo(TopUp.Status.PENDING);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("0.00"));

        clock.advance(Duration.ofSeconds(10));
        resumeTopUps.resume();
        resumeTopUps.resume();
        assertThat(resumeTopUp.resume(id).status()).isEqualTo(TopUp.Status.SUCCEEDED);
        assertThat(chargesOf(id)).isEqualTo(1);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("8.65"));
    }

    @Test
    void aTopUpThatManyCarryOnAtOnceIsCreditedOnce() {
        var id = start(TWENTY_DOLLARS, "pm_card_visa", null);

        try (var threads = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 16).forEach(_ -> threads.submit(() -> resumeTopUp.resume(id)));
        }

        assertThat(statusOf(id)).isEqualTo(TopUp.Status.SUCCEEDED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void nobodySeesTheTopUpsOfOthers() {
        var id = start(TWENTY_DOLLARS, "pm_card_visa", null);

        assertThat(findTopUp.find(id, new OwnerId(UUID.randomUUID()))).isEmpty();
        assertThat(findTopUp.find(id, new OwnerId(alice))).isPresent();
    }

    private TopUpId start(Money amount, String paymentMethod, QuoteId quote) {
        return startTopUp.start(new StartTopUp.Request(new OwnerId(alice), amount, paymentMethod, quote));
    }

    /** A quote for 1,000 JPY, which are 8.65 TTK. */
    private QuoteId aThousandYen() {
        return fx.promise(new Quote(YEN, ttk("8.65"), ttk("0.00"), new BigDecimal("115.5")));
    }

    private Failure.Reason failure(TopUpId id) {
        var failure = resumeTopUp.resume(id).failure();
        assertThat(failure).isNotNull();
        return failure.reason();
    }

    private void assertCredited(TopUpId id) {
        assertThat(resumeTopUp.resume(id).status()).isEqualTo(TopUp.Status.SUCCEEDED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("8.65"));
    }

    private void freeze(Direction direction) {
        freezeWallet.freeze(new FreezeWallet.Request(
                new OwnerId(alice), direction, new Reason("a test"), new Administrator(UUID.randomUUID(), "root")));
    }

    private TopUp.Status statusOf(TopUpId id) {
        return findTopUp.find(id, new OwnerId(alice)).orElseThrow().status();
    }

    private int chargesOf(TopUpId id) {
        return jdbc.sql("SELECT count(*) FROM sandbox_charges WHERE id = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    private long balanceOf(String account) {
        return jdbc.sql("SELECT balance FROM accounts WHERE name = ?")
                .param(account)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The verb in a process that dies at the cut; a {@code kill -9} lets nothing run afterwards either. */
    private ResumeTopUp cutShort(Cut cut) {
        var quotes = new Quotes() {
            @Override
            public Answer redeem(QuoteId quote, TopUpId topUp, OwnerId customer, Money charged) {
                dieAt(cut, Cut.BEFORE_THE_QUOTE);
                var answer = fx.redeem(quote, topUp, customer, charged);
                dieAt(cut, Cut.AFTER_THE_QUOTE);
                return answer;
            }

            @Override
            public Return giveBack(QuoteId quote, TopUpId topUp, OwnerId customer) {
                dieAt(cut, Cut.BEFORE_THE_RETURN);
                var answer = fx.giveBack(quote, topUp, customer);
                dieAt(cut, Cut.AFTER_THE_RETURN);
                return answer;
            }
        };
        CardProcessor cards = (charge, amount, paymentMethod) -> {
            dieAt(cut, Cut.BEFORE_THE_CHARGE);
            var answer = sandbox.charge(charge, amount, paymentMethod);
            dieAt(cut, Cut.AFTER_THE_CHARGE);
            return answer;
        };
        return new ResumeTopUp(writer, topUps, pricing, quotes, cards, journal);
    }

    private static void dieAt(Cut cut, Cut here) {
        if (cut == here) {
            throw new Killed();
        }
    }

    private static final class Killed extends Error {}
}
