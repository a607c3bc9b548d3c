package io.tiktoken.defaults.neighbour;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** A neighbour over real HTTP: what is made of its answers, and what a call never does. */
@SpringBootTest(
        classes = SampleService.class,
        properties = {
            "tiktoken.database.file=target/test-databases/${random.uuid}.db",
            "tiktoken.neighbours.notes.connect-timeout=300ms",
            "tiktoken.neighbours.notes.read-timeout=2s",
            "tiktoken.neighbours.notes.max-connections=2"
        })
@Import({TestTokens.class, NeighbourTests.Clients.class})
class NeighbourTests {

    private static final Contract CONTRACT = Contract.of("409 taken");

    @RegisterExtension
    static final WireMockExtension NOTES = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @FeignClient(name = "notes", url = "${tiktoken.neighbours.notes.url}")
    interface NotesClient {

        @GetMapping("/internal/notes")
        @Nullable
        Note note();

        @PutMapping("/internal/notes")
        void write();
    }

    record Note(String text) {}

    @TestConfiguration(proxyBeanMethods = false)
    @EnableFeignClients(clients = NotesClient.class)
    static class Clients {}

    @DynamicPropertySource
    static void notesAreHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.notes.url", NOTES::baseUrl);
    }

    @Autowired
    NotesClient client;

    @Autowired
    Neighbours neighbours;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ObservationRegistry observations;

    @BeforeEach
    void theBreakerIsClosed() {
        breaker().reset();
    }

    @Test
    void aBodyIsAYesAndSoIsTheSuccessOfACommand() {
        notesAnswer(okJson("{\"text\": \"hello\"}"));

        assertThat(ask()).isEqualTo(new Answer.Yes<>(new Note("hello")));
        assertThat(tell()).isEqualTo(Answer.done());
    }

    @Test
    void aCallBelongsToTheTraceOfWhatItIsMadeFor() {
        notesAnswer(okJson("{\"text\": \"hello\"}"));

        Observation.createNotStarted("work", observations).observe(() -> {
            ask();
            NOTES.verify(anyRequestedFor(anyUrl())
                    .withHeader("traceparent", matching("00-" + MDC.get("traceId") + "-[0-9a-f]{16}-00")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html>", "[]", "{\"text\""})
    void withoutABodyThatMakesSenseNothingIsCertain(String body) {
        notesAnswer(okJson(body));

        assertThat(ask()).isInstanceOf(Answer.NoAnswer.class);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenLineIsNoAnswer(Fault fault) {
        notesAnswer(aResponse().withFault(fault));

        assertThat(ask()).isInstanceOf(Answer.NoAnswer.class);
        NOTES.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aRefusalIsJudgedByItsStatusAndCodeAndNeverRepeated() {
        notesAnswer(problem(409, "taken").withHeader("Retry-After", "1"));
        assertThat(tell()).isEqualTo(new Answer.No<>("taken"));

        notesAnswer(problem(409, "x".repeat(1_000)));
        assertThat(tell())
                .isInstanceOfSatisfying(
                        Answer.Unexpected.class,
                        unexpected -> assertThat(unexpected.why()).hasSizeLessThan(200));

        notesAnswer(aResponse().withStatus(503).withHeader("Retry-After", "0"));
        assertThat(tell()).isEqualTo(new Answer.NoAnswer<>("503 without a code by notes"));

        NOTES.verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void aRedirectIsNotFollowed() {
        notesAnswer(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

        assertThat(ask()).isInstanceOf(Answer.Unexpected.class);

        NOTES.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aCookieIsNotBroughtBack() {
        notesAnswer(ok().withHeader("Set-Cookie", "yours=1; Path=/"));
        tell();
        tell();

        NOTES.verify(2, anyRequestedFor(anyUrl()).withoutHeader("Cookie"));
    }

    @Test
    void silenceIsNotWaitedForLongerThanItMay() {
        notesAnswer(ok().withFixedDelay(5_000));
        var began = System.nanoTime();

        assertThat(tell()).isInstanceOf(Answer.NoAnswer.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1_900), Duration.ofMillis(4_500));
    }

    @Test
    void noMoreCallsRunAtOnceThanItHasConnections() throws Exception {
        notesAnswer(ok().withFixedDelay(700));

        assertThat(atOnce(3, this::tell))
                .filteredOn(answer -> answer.equals(Answer.done()))
                .hasSize(2);
        NOTES.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void waitingForAConnectionSaysNothingAboutTheNeighbour() throws Exception {
        notesAnswer(ok().withFixedDelay(1_500));

        assertThat(atOnce(30, this::tell))
                .filteredOn(Answer.NoAnswer.class::isInstance)
                .hasSize(28);
        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    /** One that has just started lets most of its first calls run out, and answers some. */
    @Test
    void aColdNeighbourIsNotTakenForADeadOne() {
        for (var i = 0; i < 60; i++) {
            notesAnswer(i % 4 == 3 ? ok() : problem(503, "starting"));
            tell();
        }

        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        NOTES.verify(60, anyRequestedFor(anyUrl()));
    }

    @Test
    void aDeadNeighbourIsLeftAlone() {
        notesAnswer(problem(503, "down"));
        for (var i = 0; i < 20; i++) {
            assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
            tell();
        }
        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);

        assertThat(tell()).isInstanceOf(Answer.NoAnswer.class);

        NOTES.verify(20, anyRequestedFor(anyUrl()));
    }

    @Test
    void aRefusalIsASignOfGoodHealth() {
        for (var i = 0; i < 60; i++) {
            notesAnswer(i % 3 == 0 ? problem(503, "busy") : problem(409, "taken"));
            tell();
        }

        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void workThatFailsAllTheTimeMakesNobodyWaitLongerThanThePauseAfterwards() throws Exception {
        notesAnswer(problem(503, "down"));
        try (var background = Executors.newSingleThreadScheduledExecutor()) {
            var work = background.scheduleWithFixedDelay(this::tell, 0, 10, TimeUnit.MILLISECONDS);
            Thread.sleep(1_000);
            assertThat(breaker().getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);

            notesAnswer(ok());
            var back = System.nanoTime();
            while (!tell().equals(Answer.done())) {
                Thread.sleep(10);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(2));
            work.cancel(false);
        }
    }

    @Test
    void itsBreakerIsSeenInTheMetrics() {
        assertThat(meters.find("resilience4j.circuitbreaker.state")
                        .tag("name", "notes")
                        .gauges())
                .isNotEmpty();
    }

    private Answer<Note> ask() {
        return neighbours.called("notes").ask(CONTRACT, client::note);
    }

    private Answer<Answer.Done> tell() {
        return neighbours.called("notes").tell(CONTRACT, client::write);
    }

    private CircuitBreaker breaker() {
        return breakers.circuitBreaker("notes");
    }

    private static void notesAnswer(ResponseDefinitionBuilder answer) {
        NOTES.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder problem(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"code\": \"%s\"}".formatted(code));
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(Collections.nCopies(callers, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
