package io.tiktoken.defaults.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The outboxes of a service: one for each kind of message. They share a table, and each has a timer of its own. */
public final class Outboxes {

    private final OutboxStore store;
    private final SingleWriter writer;
    private final JsonMapper json;
    private final OutboxSettings settings;
    private final MeterRegistry meters;
    private final List<Outbox<?>> opened = new CopyOnWriteArrayList<>();

    Outboxes(OutboxStore store, SingleWriter writer, JsonMapper json, OutboxSettings settings, MeterRegistry meters) {
        this.store = store;
        this.writer = writer;
        this.json = json;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Opens the outbox of one kind, while the service starts.
     *
     * @param kind what the messages are called in the table, in metrics and in the log
     * @param type as which they are read back; a field that they lose or rename needs a migration of the table
     */
    public <M extends Message> Outbox<M> open(String kind, Class<M> type, Receiver<M> receiver) {
        Gauge.builder("tiktoken.outbox.waiting", () -> store.count(kind))
                .description("How many messages wait to be taken by their receiver")
                .tag("kind", kind)
                .register(meters);
        TimeGauge.builder("tiktoken.outbox.age", () -> store.age(kind), TimeUnit.MILLISECONDS)
                .description("How long the oldest message has waited")
                .tag("kind", kind)
                .register(meters);
        var outbox = new Outbox<>(kind, type, receiver, store, writer, json, settings);
        opened.add(outbox);
        return outbox;
    }

    /** One round for each kind. */
    public void deliver() {
        opened.forEach(Outbox::deliver);
    }

    List<Outbox<?>> opened() {
        return opened;
    }
}
