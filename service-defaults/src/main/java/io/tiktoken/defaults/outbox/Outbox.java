package io.tiktoken.defaults.outbox;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.outbox.OutboxStore.Waiting;
import io.tiktoken.defaults.outbox.Receiver.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of one kind. They are written together with what they tell of, so that neither is without the other, and told
 * to their receiver until it has taken them: each at least once, those about one subject in the order of writing.
 */
public final class Outbox<M extends Message> {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final String kind;
    private final Class<M> type;
    private final Receiver<M> receiver;
    private final OutboxStore store;
    private final SingleWriter writer;
    private final JsonMapper json;
    private final OutboxSettings settings;

    Outbox(
            String kind,
            Class<M> type,
            Receiver<M> receiver,
            OutboxStore store,
            SingleWriter writer,
            JsonMapper json,
            OutboxSettings settings) {
        this.kind = kind;
        this.type = type;
        this.receiver = receiver;
        this.store = store;
        this.writer = writer;
        this.json = json;
        this.settings = settings;
    }

    /** Called inside the write that has the effect which the message tells of. */
    public void add(M message) {
        store.add(kind, message, json.writeValueAsString(message));
    }

    /**
     * One round: a batch of the oldest. A receiver that is silent about one message is not asked about the others now; the
     * next round begins with those about other subjects, so that no message that is never answered stops the rest.
     */
    public void deliver() {
        for (var message : store.due(kind, settings.longestPause(), settings.batch())) {
            if (!wasAnswered(message)) {
                return;
            }
        }
    }

    private boolean wasAnswered(Waiting message) {
        return switch (tell(message)) {
            case TAKEN -> {
                writer.run(() -> store.remove(message.id()));
                yield true;
            }
            case DIFFERS -> {
                log.error(
                        "The receiver of {} has something else than {} under this id: one of the two was changed. It is"
                                + " parked in the table outbox and not told again.",
                        kind,
                        message.id());
                writer.run(() -> store.park(message.id()));
                yield true;
            }
            case NO_ANSWER -> {
                writer.run(() -> store.postpone(message.id(), settings.pauseAfter(message.tries())));
                yield false;
            }
        };
    }

    /** What fails is no answer either: it may have been taken, and is told again. */
    private Answer tell(Waiting message) {
        try {
            return receiver.tell(json.readValue(message.payload(), type));
        } catch (RuntimeException failure) {
            log.warn("{} {} could not be told and will be told again: {}", kind, message.id(), failure.toString());
            return Answer.NO_ANSWER;
        }
    }
}
