package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.annotation.DirtiesContext.ClassMode.BEFORE_CLASS;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.CheckPin.Outcome;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@VerbTest
@DirtiesContext(classMode = BEFORE_CLASS) // With a clock that nobody has set.
@TestPropertySource(properties = "tiktoken.pin.failing-accounts-per-address=3")
class PinFailuresTests {

    static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    CheckPin checkPin;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    Actor here;
    Actor elsewhere;

    @BeforeEach
    void goSomewhereNew() {
        here = somewhereNew();
        elsewhere = somewhereNew();
    }

    @Test
    void afterThreeAccountsHaveFailedTheNextIsNotLookedAt() {
        var next = people.someone();
        failFrom(here, 3);

        assertThat(guess(next, here)).isEqualTo(new Outcome.TooManyFailures(Duration.ofHours(1)));
        assertThat(right(next, here)).isEqualTo(new Outcome.TooManyFailures(Duration.ofHours(1)));

        assertThat(triesOf(next.user().id())).isZero();
        assertThat(guess(next, elsewhere)).isEqualTo(new Outcome.Wrong(4));
    }

    @Test
    void afterTwoEverybodyElseIsStillLookedAt() {
        failFrom(here, 2);

        assertThat(right(people.someone(), here)).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void anAccountThatFailedThereKeepsItsOwnFiveTries() {
        var first = people.someone();
        guess(first, here);
        failFrom(here, 2);

        for (var left = 3; left >= 1; left--) {
            assertThat(guess(first, here)).isEqualTo(new Outcome.Wrong(left));
        }
        assertThat(right(first, here)).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void oneAccountThatFailsOftenIsOneAccount() {
        var clumsy = people.someone();
        for (var i = 0; i < 4; i++) {
            guess(clumsy, here);
        }

        assertThat(right(people.someone(), here)).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void rightPinsNeverCount() {
        Stream.generate(people::someone).limit(5).forEach(pupil -> {
            var right = (Outcome.Right) right(pupil, here);
            writer.run(() ->
                    assertThat(checkPin.accept(pupil.user().id(), right, here)).isEmpty());
        });
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
        var next = people.someone();
        failFrom(here, 1);
        clock.advance(Duration.ofMinutes(20));
        failFrom(here, 2);
        assertThat(guess(next, here)).isEqualTo(new Outcome.TooManyFailures(Duration.ofMinutes(40)));

        clock.advance(Duration.ofMinutes(40).minusMillis(1));
        assertThat(guess(next, here)).isEqualTo(new Outcome.TooManyFailures(Duration.ofMillis(1)));
        clock.advance(Duration.ofMillis(1));
        assertThat(guess(next, here)).isEqualTo(new Outcome.Wrong(4));
    }

    @Test
    void aClockThatIsSetForwardAndPutRightAgainGivesNoFreshAllowance() {
        failFrom(here, 3);

        clock.leap(Duration.ofDays(400));
        failFrom(somewhereNew(), 1);
        clock.leap(Duration.ofDays(-400));

        assertThat(guess(people.someone(), here)).isInstanceOf(Outcome.TooManyFailures.class);
    }

    @Test
    void aRightPinIsNotAcceptedWhenOthersHaveFailedWhileItWasCompared() {
        var next = people.someone();
        var right = (Outcome.Right) right(next, here);

        failFrom(here, 3);

        assertThat(writer.write(() -> checkPin.accept(next.user().id(), right, here)))
                .contains(new Outcome.TooManyFailures(Duration.ofHours(1)));
    }

    @Test
    void whoPaidThereIsNotStoppedByStrangers() {
        var regular = people.someone();
        payFrom(here, regular);
        failFrom(here, 5);

        assertThat(guess(regular, here)).isEqualTo(new Outcome.Wrong(4));
        payFrom(here, regular);
        assertThat(right(people.someone(), here)).isInstanceOf(Outcome.TooManyFailures.class);
    }

    @Test
    void whoPaidThereIsNotStoppedByRegularsEither() {
        var regular = people.someone();
        payFrom(here, regular);
        regulars(here, 4).forEach(other -> guess(other, here));

        assertThat(right(regular, here)).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void aPlaceIsForgottenAfterNinetyDays() {
        var regular = people.someone();
        payFrom(here, regular);
        clock.advance(Duration.ofDays(90).minusMillis(1));
        failFrom(here, 3);
        assertThat(right(regular, here)).isInstanceOf(Outcome.Right.class);

        clock.advance(Duration.ofMillis(1));

        assertThat(right(regular, here)).isInstanceOf(Outcome.TooManyFailures.class);
    }

    @Test
    void whoIsKnownElsewhereIsNotStoppedByStrangers() {
        var traveller = people.someone();
        payFrom(elsewhere, traveller);
        clock.advance(Duration.ofDays(7));
        failFrom(here, 5);

        assertThat(right(traveller, here)).isInstanceOf(Outcome.Right.class);
    }

    /** Whoever stole many sessions has as few guesses as before: an account's past elsewhere is its owner's, not the thief's. */
    @Test
    void manyAccountsThatAreKnownElsewhereAreStoppedLikeStrangers() {
        var stolen = regulars(elsewhere, 5);
        clock.advance(Duration.ofDays(7));
        stolen.subList(0, 3).forEach(account -> guess(account, here));

        assertThat(guess(stolen.get(3), here)).isEqualTo(new Outcome.TooManyFailures(Duration.ofHours(1)));
        assertThat(right(stolen.get(4), here)).isEqualTo(new Outcome.TooManyFailures(Duration.ofHours(1)));
        assertThat(right(stolen.get(4), elsewhere)).isInstanceOf(Outcome.Right.class);
        assertThat(right(people.someone(), here)).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void anAccountIsKnownElsewhereAfterAWeekOnly() {
        var young = people.someone();
        payFrom(elsewhere, young);
        failFrom(here, 3);
        clock.advance(Duration.ofDays(7).minusMillis(1));
        failFrom(here, 3);

        assertThat(right(young, here)).isInstanceOf(Outcome.TooManyFailures.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(right(young, here)).isInstanceOf(Outcome.Right.class);
    }

    @Test
    void aPlaceIsNotedOnceADayAndKeepsItsBeginning() {
        var regular = people.someone();
        var began = clock.millis();
        payFrom(here, regular);
        clock.advance(Duration.ofDays(1).minusMillis(1));
        payFrom(here, regular);
        assertThat(placesOf(regular)).containsExactly(began + " " + began);

        clock.advance(Duration.ofMillis(1));
        payFrom(here, regular);

        assertThat(placesOf(regular)).containsExactly(began + " " + clock.millis());
    }

    @Test
    void noMorePlacesAreKeptThanTheLastHundred() {
        var traveller = people.someone();
        for (var i = 0; i < 105; i++) {
            clock.advance(Duration.ofMillis(1));
            payFrom(somewhereNew(), traveller);
        }

        assertThat(placesOf(traveller)).hasSize(100);
    }

    @Test
    void theShopItselfIsNowhere() {
        Stream.generate(people::someone).limit(4).forEach(someone -> guess(someone, Actor.THE_SHOP));

        assertThat(right(people.someone(), Actor.THE_SHOP)).isInstanceOf(Outcome.Right.class);
    }

    @ParameterizedTest(name = "{0} and {1} are one network: {2}")
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::2, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false"
    })
    void aHouseholdIsOneNetwork(String one, String other, boolean same) {
        assertThat(PinFailures.networkOf(one).equals(PinFailures.networkOf(other)))
                .isEqualTo(same);
    }

    private List<Registered> regulars(Actor where, int accounts) {
        return Stream.generate(people::someone)
                .limit(accounts)
                .peek(someone -> payFrom(where, someone))
                .toList();
    }

    private void payFrom(Actor where, Registered someone) {
        var right = (Outcome.Right) right(someone, where);
        assertThat(writer.write(() -> checkPin.accept(someone.user().id(), right, where)))
                .isEmpty();
    }

    private List<String> placesOf(Registered someone) {
        return jdbc.sql("SELECT since || ' ' || at FROM pin_places WHERE user_id = ? ORDER BY at")
                .param(someone.user().id().toString())
                .query(String.class)
                .list();
    }

    private void failFrom(Actor where, int accounts) {
        Stream.generate(people::someone).limit(accounts).forEach(someone -> guess(someone, where));
    }

    private Outcome guess(Registered someone, Actor where) {
        return checkPin.check(someone.user().id(), People.other(someone.pin()), where);
    }

    private Outcome right(Registered someone, Actor where) {
        return checkPin.check(someone.user().id(), someone.pin(), where);
    }

    private static Actor somewhereNew() {
        var number = ADDRESSES.incrementAndGet();
        return new Actor(null, "198.51.%d.%d".formatted(number / 256, number % 256));
    }

    private int triesOf(UserId user) {
        return jdbc.sql("SELECT tries FROM pins WHERE user_id = ?")
                .param(user.toString())
                .query(Integer.class)
                .single();
    }
}
