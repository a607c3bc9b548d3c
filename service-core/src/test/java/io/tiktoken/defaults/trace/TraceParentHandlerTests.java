package io.tiktoken.defaults.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** With a real registry of observations, as Spring's filters, clients and timers use it. */
class TraceParentHandlerTests {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String HEADER = "00-" + ID + "-00f067aa0ba902b7-00";

    private final ObservationRegistry observations = ObservationRegistry.create();

    TraceParentHandlerTests() {
        observations.observationConfig().observationHandler(new TraceParentHandler(() -> observations));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(logged()).isNull();
    }

    @Test
    void aRequestsTraceIsLoggedAsLongAsItIsServed() {
        received(HEADER).observe(() -> assertThat(logged()).isEqualTo(ID));
    }

    @Test
    void aRequestThatBringsNoneBeginsATrace() {
        received(null).observe(() -> assertThat(logged()).matches("[0-9a-f]{32}"));
    }

    @Test
    void soDoesWhatIsPartOfSomethingThatIsNotObserved() {
        var headers = new HashMap<String, String>();

        sent(headers)
                .parentObservation(Observation.NOOP)
                .observe(() -> assertThat(headers.get("traceparent")).contains(logged()));
    }

    @Test
    void soDoesARequestWithoutHeaders() {
        var request = new ReceiverContext<Map<String, String>>((headers, name) -> headers.get(name));

        Observation.createNotStarted("request", () -> request, observations)
                .observe(() -> assertThat(logged()).matches("[0-9a-f]{32}"));
    }

    @Test
    void aCallHandsTheTraceOnAndLeavesItToTheRequest() {
        received(HEADER).observe(() -> {
            var headers = new HashMap<String, String>();

            sent(headers).observe(() -> assertThat(logged()).isEqualTo(ID));

            assertThat(headers).containsExactly(Map.entry("traceparent", HEADER));
            assertThat(logged()).isEqualTo(ID);
        });
    }

    @Test
    void whatATimerDoesIsATraceOfItsOwn() {
        Observation.createNotStarted("timer", observations).observe(() -> {
            var headers = new HashMap<String, String>();
            sent(headers).observe(() -> {});
            assertThat(headers.get("traceparent")).contains(logged());
        });
    }

    @Test
    void whatAnotherThreadTakesOverIsLoggedThereAndNotAfterwards() throws InterruptedException {
        var request = received(HEADER).start();

        elsewhere(() -> {
            try (var _ = request.openScope()) {
                assertThat(logged()).isEqualTo(ID);
            }
            assertThat(logged()).isNull();
        });

        request.stop();
    }

    @Test
    void aScopeThatIsClosedInTheWrongThreadDoesNoHarmThere() throws InterruptedException {
        var scope = received(HEADER).start().openScope();

        elsewhere(() -> {
            scope.close();
            assertThat(logged()).isNull();
        });
        scope.close();
    }

    /** As context propagation does before it runs what belongs to nobody. */
    @Test
    void aThreadThatIsClearedHasNoTrace() {
        var accessor = new ObservationThreadLocalAccessor(observations);
        received(HEADER).observe(() -> {
            accessor.setValue();
            assertThat(logged()).isNull();
            accessor.restore();
            assertThat(logged()).isEqualTo(ID);
        });
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        var failures = new HashMap<Thread, Throwable>();
        var thread = new Thread(work);
        thread.setUncaughtExceptionHandler(failures::put);
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }

    private Observation received(@Nullable String header) {
        var request = new ReceiverContext<Map<String, String>>((headers, name) -> headers.get(name));
        request.setCarrier(header == null ? Map.of() : Map.of("traceparent", header));
        return Observation.createNotStarted("request", () -> request, observations);
    }

    private Observation sent(Map<String, String> headers) {
        var call = new SenderContext<Map<String, String>>((carrier, name, value) -> carrier.put(name, value));
        call.setCarrier(headers);
        return Observation.createNotStarted("call", () -> call, observations);
    }

    private static @Nullable String logged() {
        return MDC.get("traceId");
    }
}
