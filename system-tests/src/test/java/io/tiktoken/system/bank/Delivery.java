package io.tiktoken.system.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * One request with one key, delivered again and again.
 *
 * @param id the transfer's, if it is one that succeeds
 */
record Delivery(UUID id, Request request, Kind kind, List<Reply> replies) {

    /** What is to come of it. */
    enum Kind {
        TRANSFER,
        REFUSED_TRANSFER,
        TOP_UP
    }

    static Delivery of(Kind kind, Papers papers, UUID from, UUID to) {
        var id = Ids.next();
        var request = switch (kind) {
            case TRANSFER -> Request.transfer(papers, id, from, to, 1, id.toString());
            case REFUSED_TRANSFER -> Request.transfer(papers, id, from, to, 190_000, id.toString());
            case TOP_UP -> Request.topUp(id, from, 1, "pm_card_visa");
        };
        return new Delivery(id, request, kind, Collections.synchronizedList(new ArrayList<>()));
    }

    /** Once. */
    Void deliver(Counter counter) throws InterruptedException {
        replies.add(counter.sendUntilAnswered(request));
        return null;
    }

    /** Three times at once, and then once more. */
    Delivery deliverFourTimes(Counter counter) throws Exception {
        Callable<Void> once = () -> deliver(counter);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var delivered : threads.invokeAll(Collections.nCopies(3, once))) {
                delivered.get();
            }
        }
        deliver(counter);
        return this;
    }

    /** Short enough to be read a thousand times; the request bears an approval. */
    @Override
    public String toString() {
        return "%s %s %s".formatted(kind, id, faults());
    }

    /** What is wrong with the answers: they are to be equal, and one at the most may be the first. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        var answers = new HashSet<Object>();
        replies.forEach(reply -> answers.add(kind == Kind.TOP_UP ? reply.body().path("id") : reply.body()));
        if (answers.size() != 1) {
            faults.add("answered differently: " + replies);
        }
        if (replies.stream().filter(reply -> !reply.replayed()).count() > 1) {
            faults.add("done more than once: " + replies);
        }
        var status = kind == Kind.REFUSED_TRANSFER ? 402 : 201;
        if (replies.stream().anyMatch(reply -> reply.status() != status)) {
            faults.add("not answered %d: %s".formatted(status, replies));
        }
        return faults;
    }
}
