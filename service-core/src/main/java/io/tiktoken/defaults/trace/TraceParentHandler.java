package io.tiktoken.defaults.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Takes the trace of whatever is observed from the request that came in or from what it is part of, hands it on with each call that is
 * made meanwhile, and lets log lines tell it. It stands in for Micrometer's tracing handlers and a tracer, which would make a span each
 * time, with its context, baggage and events, for nobody to see.
 */
final class TraceParentHandler implements ObservationHandler<Observation.Context> {

    private final Supplier<ObservationRegistry> observations;

    TraceParentHandler(Supplier<ObservationRegistry> observations) {
        this.observations = observations;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public void onStart(Observation.Context context) {
        var trace = traceOf(context);
        context.put(TraceParent.class, trace);
        if (context instanceof SenderContext<?> call) {
            handOn(call, trace);
        }
    }

    private static TraceParent traceOf(Observation.Context context) {
        if (context instanceof ReceiverContext<?> request) {
            return TraceParent.continuing(traceparentOf(request));
        }
        var whole = context.getParentObservation();
        var trace = whole == null ? null : TraceParent.of(whole.getContextView());
        return trace == null ? TraceParent.begun() : trace;
    }

    private static <C> @Nullable String traceparentOf(ReceiverContext<C> request) {
        var carrier = request.getCarrier();
        return carrier == null ? null : request.getGetter().get(carrier, TraceParent.HEADER);
    }

    private static <C> void handOn(SenderContext<C> call, TraceParent trace) {
        call.getSetter().set(call.getCarrier(), TraceParent.HEADER, trace.text());
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        log(context);
    }

    /** What the same thread was at before goes on. */
    @Override
    public void onScopeClosed(Observation.Context context) {
        var scope = observations.get().getCurrentObservationScope();
        var outer = scope == null ? null : scope.getPreviousObservationScope();
        log(outer == null ? null : outer.getCurrentObservation().getContextView());
    }

    /** A scope of nothing, by which context propagation clears a thread, has no trace. */
    private static void log(Observation.@Nullable ContextView context) {
        var trace = context == null ? null : TraceParent.of(context);
        if (trace == null) {
            MDC.remove(TraceParent.LOGGED_AS);
        } else {
            MDC.put(TraceParent.LOGGED_AS, trace.traceId());
        }
    }
}
