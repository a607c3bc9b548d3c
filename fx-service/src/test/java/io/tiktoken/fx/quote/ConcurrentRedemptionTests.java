package io.tiktoken.fx.quote;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.quote.RedeemQuote.Outcome;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.GivenBack;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.Redeemed;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.RedeemedByAnother;
import io.tiktoken.fx.rate.RateFixtures;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class ConcurrentRedemptionTests {

    private final CustomerId alice = new CustomerId(UUID.randomUUID());
    private final TopUpId topUp = new TopUpId(UUID.randomUUID());

    @Autowired
    MakeQuote makeQuote;

    @Autowired
    RedeemQuote redeemQuote;

    @Autowired
    GiveBackQuote giveBackQuote;

    @Autowired
    Quotes quotes;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    private Quote quote;

    @BeforeEach
    void quoteAHundredDollarsForAlice() {
        writer.run(() -> {
            RateFixtures.forgetEverything(jdbc);
            RateFixtures.believe(jdbc, NOON, "USD", "0.8");
        });
        quote = newQuote();
    }

    private Quote newQuote() {
        return ((Quoted) makeQuote.quote(new MakeQuote.Request(alice, 10_000, "USD"))).quote();
    }

    @Test
    void ofThirtyTwoTopUpsAtOnceExactlyOneWins() throws Exception {
        var topUps = IntStream.range(0, 32)
                .mapToObj(_ -> new TopUpId(UUID.randomUUID()))
                .toList();
        var start = new CyclicBarrier(topUps.size());
        try (var threads = Executors.newFixedThreadPool(topUps.size())) {
            var answers = threads.invokeAll(topUps.stream()
                    .<Callable<Outcome>>map(one -> () -> {
                        start.await();
                        return redeem(one);
                    })
                    .toList());

            assertThat(answers)
                    .filteredOn(answer -> answer.resultNow() instanceof Redeemed)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.resultNow() instanceof RedeemedByAnother)
                    .hasSize(31);
            var winner = IntStream.range(0, 32)
                    .filter(i -> answers.get(i).resultNow() instanceof Redeemed)
                    .mapToObj(topUps::get)
                    .findFirst();
            assertThat(quotes.find(quote.id()).map(Quote::redeemedBy)).isEqualTo(winner);
        }
    }

    @Test
    void thirtyTwoRepeatsOfOneTopUpAtOnceAllGetTheSameAnswer() throws Exception {
        var start = new CyclicBarrier(32);
        try (var threads = Executors.newFixedThreadPool(32)) {
            var answers = threads.invokeAll(IntStream.range(0, 32)
                    .<Callable<Outcome>>mapToObj(_ -> () -> {
                        start.await();
                        return redeem(topUp);
                    })
                    .toList());

            assertThat(answers)
                    .extracting(Future::resultNow)
                    .containsOnly(answers.getFirst().resultNow())
                    .hasOnlyElementsOfType(Redeemed.class);
        }
    }

    /** Whoever comes too late is told so; whoever comes in time has the quote, and the one that gave it back has it no more. */
    @Test
    void whileOneTopUpGivesItBackTheOthersTryAndAtMostOneOfThemGetsIt() throws Exception {
        for (var round = 0; round < 50; round++) {
            quote = newQuote();
            redeem(topUp);
            var others = IntStream.range(0, 15)
                    .mapToObj(_ -> new TopUpId(UUID.randomUUID()))
                    .toList();
            var start = new CyclicBarrier(17);
            try (var threads = Executors.newFixedThreadPool(17)) {
                var givingBack = threads.submit(() -> {
                    start.await();
                    return giveBackQuote.giveBack(quote.id(), topUp, alice);
                });
                var lateRepeat = threads.submit(() -> {
                    start.await();
                    return redeem(topUp);
                });
                var answers = threads.invokeAll(others.stream()
                        .<Callable<Outcome>>map(one -> () -> {
                            start.await();
                            return redeem(one);
                        })
                        .toList());

                assertThat(givingBack.get()).isEqualTo(new GiveBackQuote.Outcome.GivenBack());
                assertThat(lateRepeat.get()).isInstanceOfAny(Redeemed.class, GivenBack.class);
                var winners = IntStream.range(0, others.size())
                        .filter(i -> answers.get(i).resultNow() instanceof Redeemed)
                        .mapToObj(others::get)
                        .toList();
                assertThat(winners).hasSizeLessThanOrEqualTo(1);
                assertThat(quotes.find(quote.id()).map(Quote::redeemedBy))
                        .isEqualTo(winners.stream().findFirst());
            }
        }
    }

    private Outcome redeem(TopUpId by) {
        return redeemQuote.redeem(new RedeemQuote.Request(quote.id(), by, alice, quote.from()));
    }
}
