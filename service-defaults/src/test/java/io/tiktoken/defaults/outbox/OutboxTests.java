package io.tiktoken.defaults.outbox;

import static io.tiktoken.defaults.outbox.Receiver.Answer.DIFFERS;
import static io.tiktoken.defaults.outbox.Receiver.Answer.NO_ANSWER;
import static io.tiktoken.defaults.outbox.Receiver.Answer.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.outbox.Receiver.Answer;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DatabaseTest
@TestPropertySource(properties = "tiktoken.outbox.batch=5")
@ExtendWith(OutputCaptureExtension.class)
class OutboxTests {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    record News(UUID id, UUID subject, String text, Instant at) implements Message {}

    @Autowired
    Outboxes outboxes;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    private final String kind = "news " + UUID.randomUUID().toString().substring(0, 8);
    private final UUID tea = UUID.randomUUID();
    private final UUID rice = UUID.randomUUID();
    private final List<String> told = new ArrayList<>();
    private Function<News, Answer> answers = _ -> TAKEN;

    @Test
    void everythingIsToldOnceAndToTheLetter() {
        var outbox = open();
        var heard = new ArrayList<News>();
        answers = news -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            heard.add(news);
            return TAKEN;
        };
        var news = new News(UUID.randomUUID(), tea, "it says \"茶\" 😀", clock.instant());
        writer.run(() -> outbox.add(news));

        outbox.deliver();
        outbox.deliver();

        assertThat(heard).containsExactly(news);
        assertThat(waiting()).isZero();
    }

    @Test
    void nothingIsToldOfWhatWasUndone() {
        var outbox = open();
        assertThatThrownBy(() -> writer.run(() -> {
                    outbox.add(news(tea, "undone"));
                    throw new IllegalStateException("after the message");
                }))
                .hasMessage("after the message");

        outbox.deliver();

        assertThat(told).isEmpty();
    }

    @Test
    void theOrderOfWritingCountsAndNeitherTheIdNorTheClock() {
        var outbox = open();
        add(outbox, new News(new UUID(-1, -1), tea, "first", clock.instant()));
        clock.leap(Duration.ofHours(-1));
        add(outbox, new News(new UUID(0, 0), tea, "second", clock.instant()));

        outbox.deliver();

        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void aSilentReceiverIsLeftAloneUntilTheNextRound() {
        var outbox = open();
        answers = _ -> NO_ANSWER;
        add(outbox, tea, "tea 1");
        add(outbox, tea, "tea 2");
        add(outbox, rice, "rice 1");

        outbox.deliver();
        assertThat(told).containsExactly("tea 1");

        outbox.deliver();
        outbox.deliver();
        assertThat(told).containsExactly("tea 1", "rice 1");

        answers = _ -> TAKEN;
        clock.advance(FIRST_PAUSE);
        outbox.deliver();
        assertThat(told).containsExactly("tea 1", "rice 1", "tea 1", "tea 2", "rice 1");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsNeverAnsweredHoldsUpItsOwnSubjectOnly() {
        var outbox = open();
        answers = news -> {
            if (news.text().equals("poison")) {
                throw new IllegalStateException("a receiver that cannot cope");
            }
            return TAKEN;
        };
        add(outbox, tea, "poison");
        add(outbox, tea, "tea 2");
        add(outbox, rice, "rice 1");

        outbox.deliver();
        outbox.deliver();

        assertThat(told).containsExactly("poison", "rice 1");
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void thePausesDoubleUpToTheLongest() {
        var outbox = open();
        answers = _ -> NO_ANSWER;
        add(outbox, tea, "tea");

        var pauses = new ArrayList<Long>();
        for (var tries = 0; tries < 7; tries++) {
            outbox.deliver();
            pauses.add(secondsUntilToldAgain(outbox));
        }

        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void aClockThatWasWrongPostponesNothing() {
        var outbox = open();
        answers = _ -> NO_ANSWER;
        clock.leap(Duration.ofDays(400));
        add(outbox, tea, "tea");
        outbox.deliver();
        clock.leap(Duration.ofDays(-400));

        outbox.deliver();

        assertThat(told).hasSize(2);
    }

    @Test
    void whatDiffersIsParkedAndSaidAloud(CapturedOutput output) {
        var outbox = open();
        answers = news -> news.text().equals("changed") ? DIFFERS : TAKEN;
        var changed = news(tea, "changed");
        add(outbox, changed);
        add(outbox, tea, "tea 2");

        outbox.deliver();
        clock.advance(LONGEST_PAUSE);
        outbox.deliver();

        assertThat(told).containsExactly("changed", "tea 2");
        assertThat(output.getOut().lines().filter(line -> line.contains("ERROR") && line.contains(kind)))
                .singleElement()
                .asString()
                .contains(changed.id().toString());
        assertThat(waiting()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM outbox WHERE id = ? AND parked_at IS NOT NULL")
                        .param(changed.id().toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aRoundIsABatch() {
        var outbox = open();
        for (var number = 1; number <= 7; number++) {
            add(outbox, tea, "tea " + number);
        }

        outbox.deliver();
        assertThat(told).hasSize(5);

        outbox.deliver();
        assertThat(told).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void eachKindHasItsOwnReceiver() {
        var outbox = open();
        var others = new ArrayList<String>();
        var other = outboxes.open(kind + "!", News.class, news -> {
            others.add(news.text());
            return TAKEN;
        });
        answers = _ -> NO_ANSWER;
        add(outbox, tea, "mine");
        add(other, tea, "theirs");

        outboxes.deliver();

        assertThat(told).containsExactly("mine");
        assertThat(others).containsExactly("theirs");
    }

    @Test
    void howManyWaitAndForHowLongIsMeasured() {
        var outbox = open();
        assertThat(waiting()).isZero();
        assertThat(secondsOfTheOldest()).isZero();
        add(outbox, tea, "tea 1");
        clock.advance(Duration.ofSeconds(90));
        add(outbox, tea, "tea 2");

        assertThat(waiting()).isEqualTo(2);
        assertThat(secondsOfTheOldest()).isEqualTo(90);
    }

    private Outbox<News> open() {
        return outboxes.open(kind, News.class, news -> {
            told.add(news.text());
            return answers.apply(news);
        });
    }

    private void add(Outbox<News> outbox, UUID subject, String text) {
        add(outbox, news(subject, text));
    }

    private void add(Outbox<News> outbox, News news) {
        writer.run(() -> outbox.add(news));
    }

    private News news(UUID subject, String text) {
        return new News(UUID.randomUUID(), subject, text, clock.instant());
    }

    private long secondsUntilToldAgain(Outbox<News> outbox) {
        var before = told.size();
        var seconds = 0L;
        for (; told.size() == before; seconds++) {
            clock.advance(Duration.ofSeconds(1));
            answers = _ -> {
                throw new AssertionError("told");
            };
            try {
                outbox.deliver();
            } catch (AssertionError itIsTime) {
                answers = _ -> NO_ANSWER;
            }
        }
        return seconds;
    }

    private int waiting() {
        return (int)
                meters.get("tiktoken.outbox.waiting").tag("kind", kind).gauge().value();
    }

    private double secondsOfTheOldest() {
        return meters.get("tiktoken.outbox.age").tag("kind", kind).timeGauge().value(TimeUnit.SECONDS);
    }
}
