package io.tiktoken.fx.quote;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.rate.RateFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two top-ups, A and B, of one customer and one quote: {@code A+} redeems it, {@code A-} gives it back. */
@VerbTest
class GiveBackQuoteTests {

    private static final List<String> COMMANDS = List.of("A+", "A-", "B+", "B-", "expire");

    private final CustomerId alice = new CustomerId(UUID.randomUUID());
    private final TopUpId a = new TopUpId(UUID.randomUUID());
    private final TopUpId b = new TopUpId(UUID.randomUUID());

    @Autowired
    MakeQuote makeQuote;

    @Autowired
    RedeemQuote redeemQuote;

    @Autowired
    GiveBackQuote giveBackQuote;

    @Autowired
    PurgeQuotes purgeQuotes;

    @Autowired
    Quotes quotes;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Quote quote;

    @BeforeEach
    void quoteAHundredDollarsForAlice() {
        writer.run(() -> {
            RateFixtures.forgetEverything(jdbc);
            RateFixtures.believe(jdbc, NOON, "USD", "0.8");
        });
        newQuote();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "A+,                       Redeemed",
        "A+ A+,                    Redeemed",
        "A+ B+,                    RedeemedByAnother",
        "A+ A-,                    GivenBack",
        "A+ A- A-,                 GivenBack",
        "A+ A- A+,                 GivenBack",
        "A+ A- B+,                 Redeemed",
        "A+ A- B+ A-,              GivenBack",
        "A+ A- B+ A- B+,           Redeemed",
        "A+ A- B+ A+,              GivenBack",
        "A+ A- B+ B- A+,           GivenBack",
        "A+ B-,                    RedeemedByAnother",
        "A+ B- A+,                 Redeemed",
        "A-,                       GivenBack",
        "A- A+,                    GivenBack",
        "A- B+,                    Redeemed",
        "expire A+,                Expired",
        "expire A-,                GivenBack",
        "A+ expire A+,             Redeemed",
        "A+ expire A-,             GivenBack",
        "A+ expire A- B+,          Expired",
        "A+ A- expire B+,          Expired",
        "A+ expire B+,             RedeemedByAnother"
    })
    void theLastAnswerFollowsFromWhatWasBefore(String commands, String answer) {
        assertThat(play(List.of(commands.split(" "))).getLast()).isEqualTo(answer);
    }

    @Test
    void allSequencesOfFourCommandsAgreeWithTheModel() {
        var sequences = IntStream.range(0, 625).mapToObj(GiveBackQuoteTests::sequence);

        assertThat(sequences).allSatisfy(sequence -> {
            newQuote();
            assertThat(play(sequence)).as("%s", sequence).isEqualTo(modelled(sequence));
        });
    }

    @Test
    void whatIsNotTheirsDoesNotExist() {
        var bob = new CustomerId(UUID.randomUUID());
        play(List.of("A+"));

        assertThat(giveBackQuote.giveBack(quote.id(), a, bob)).isEqualTo(new GiveBackQuote.Outcome.NotFound());
        assertThat(giveBackQuote.giveBack(new QuoteId(UUID.randomUUID()), a, alice))
                .isEqualTo(new GiveBackQuote.Outcome.NotFound());
        assertThat(quotes.find(quote.id()).map(Quote::redeemedBy)).contains(a);
    }

    @Test
    void isForgottenTogetherWithTheQuote() {
        play(List.of("A+", "A-"));
        clock.set(quote.expiresAt().plus(Duration.ofDays(7)).plusMillis(1));

        assertThat(purgeQuotes.purge()).isEqualTo(1);
        assertThat(quotes.find(quote.id())).isEmpty();
        assertThat(quotes.wasGivenBack(quote.id(), a)).isFalse();
    }

    private void newQuote() {
        clock.set(NOON);
        quote = ((Quoted) makeQuote.quote(new MakeQuote.Request(alice, 10_000, "USD"))).quote();
    }

    private List<String> play(List<String> commands) {
        return commands.stream().map(this::answer).toList();
    }

    private String answer(String command) {
        var topUp = command.startsWith("A") ? a : b;
        return switch (command) {
            case "A+", "B+" ->
                nameOf(redeemQuote.redeem(new RedeemQuote.Request(quote.id(), topUp, alice, quote.from())));
            case "A-", "B-" -> nameOf(giveBackQuote.giveBack(quote.id(), topUp, alice));
            default -> {
                clock.set(quote.expiresAt());
                yield command;
            }
        };
    }

    private static String nameOf(Object outcome) {
        return outcome.getClass().getSimpleName();
    }

    private static List<String> sequence(int number) {
        return IntStream.of(number / 125, number / 25 % 5, number / 5 % 5, number % 5)
                .mapToObj(COMMANDS::get)
                .toList();
    }

    /** What is promised, without a database: who uses the quote, who gave it back, and whether it has expired. */
    private static List<String> modelled(List<String> commands) {
        var answers = new ArrayList<String>();
        var gaveBack = new HashSet<Character>();
        var user = ' ';
        var expired = false;
        for (var command : commands) {
            var topUp = command.charAt(0);
            if (command.equals("expire")) {
                expired = true;
                answers.add(command);
            } else if (gaveBack.contains(topUp)) {
                answers.add("GivenBack");
            } else if (user != ' ' && user != topUp) {
                answers.add("RedeemedByAnother");
            } else if (command.endsWith("-")) {
                user = ' ';
                gaveBack.add(topUp);
                answers.add("GivenBack");
            } else if (user == topUp || !expired) {
                user = topUp;
                answers.add("Redeemed");
            } else {
                answers.add("Expired");
            }
        }
        return answers;
    }
}
