package io.tiktoken.system.bank;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks into the books all the while, and asks the ledger now and then whether it holds. */
final class Auditor implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOOKS_PER_PROOF = 10;

    private final Path database;
    private final Counter counter;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;
    private volatile int looks;
    private volatile int proofs;

    Auditor(Path database, Counter counter) {
        this.database = database;
        this.counter = counter;
        this.thread = Thread.ofPlatform().name("auditor").start(this::work);
    }

    List<String> faults() {
        return faults;
    }

    int looks() {
        return looks;
    }

    int proofs() {
        return proofs;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!over) {
                look();
                if (looks % LOOKS_PER_PROOF == 0) {
                    askForProof();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (var books = Books.open(database)) {
            faults.addAll(books.faults());
            looks++;
        } catch (SQLException busyOrBeingRestored) {
            // Counted is only what was seen.
        }
    }

    private void askForProof() throws InterruptedException {
        var reply = counter.send(Request.proof());
        // Right after a start it says nothing yet: the first full check goes on.
        if (reply.isPresent() && reply.get().isDone() && reply.get().body().has("holds")) {
            proofs++;
            if (!reply.get().body().path("holds").asBoolean()) {
                faults.add("the proof: " + reply.get().text());
            }
        }
    }
}
