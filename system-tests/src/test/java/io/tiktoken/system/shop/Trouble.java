package io.tiktoken.system.shop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that goes wrong on a {@link Wire} with every command of one kind, until it is closed. */
public final class Trouble implements AutoCloseable {

    /** What becomes of a command. */
    enum Kind {
        /** It waits on the wire: it reaches the neighbour when told so, or never. */
        HELD,
        /** It reaches the neighbour, whose answer is lost on the way back. */
        ANSWER_LOST,
        /** The connection breaks before it reaches the neighbour. */
        CUT_OFF
    }

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Kind kind;
    private final Command command;
    private final CountDownLatch struck = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean delivered;

    Trouble(Kind kind, Command command) {
        this.kind = kind;
        this.command = command;
    }

    /** Returns once the trouble has really hit a command, so that no test passes without it. */
    public void awaitStrike() throws InterruptedException {
        if (!struck.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("No %s came by within %s".formatted(command, LONGEST_WAIT));
        }
    }

    /** Ends the trouble, and the commands that were held arrive after all, however late that is. */
    public void deliverLate() {
        delivered = true;
        over.countDown();
    }

    /** Ends the trouble; commands that are still held are lost. */
    @Override
    public void close() {
        over.countDown();
    }

    boolean strikes(String method, String path) {
        return !isOver() && command.is(method, path);
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Lets the trouble happen to one command and says whether that still reaches the neighbour. */
    boolean lets() throws InterruptedException {
        struck.countDown();
        return switch (kind) {
            case HELD -> {
                over.await();
                yield delivered;
            }
            case ANSWER_LOST -> true;
            case CUT_OFF -> false;
        };
    }
}
