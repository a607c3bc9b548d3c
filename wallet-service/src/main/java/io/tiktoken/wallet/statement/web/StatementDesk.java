package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.wallet.statement.StatementSettings;
import io.tiktoken.wallet.web.Code;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Where statements are drawn, a few at a time: each takes memory and a processor. They are drawn into a file first, so
 * that somebody with a slow connection keeps nobody else from their turn, and what fails midway is never half sent.
 */
@Component
class StatementDesk {

    private static final int BUFFER = 16 * 1024;
    private static final int COME_BACK_AFTER_SECONDS = 5;

    /** Draws one statement. */
    interface Drawing {
        void on(OutputStream paper) throws IOException;
    }

    /**
     * A drawn statement on its way to its owner. It is in a file that only this process can reach: its name is taken away
     * as soon as it is open, so that nothing is left of it even after a crash.
     */
    static final class Drawn implements AutoCloseable {

        private final FileChannel channel;

        private Drawn(FileChannel channel) {
            this.channel = channel;
        }

        static Drawn empty() throws IOException {
            var path = Files.createTempFile("statement-", null);
            return new Drawn(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        }

        /** Where it is drawn. */
        OutputStream out() {
            return Channels.newOutputStream(channel);
        }

        long size() throws IOException {
            return channel.size();
        }

        void sendTo(OutputStream receiver) throws IOException {
            channel.position(0);
            Channels.newInputStream(channel).transferTo(receiver);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private final Semaphore places;
    private final Duration longestWait;

    StatementDesk(StatementSettings settings) {
        this.places = new Semaphore(settings.mostAtOnce(), true);
        this.longestWait = settings.longestWait();
    }

    /**
     * Draws when there is a place.
     *
     * @throws ProblemException 503 if there was none for too long
     */
    Drawn drawn(Drawing drawing) throws IOException {
        if (!hasPlace()) {
            throw new ProblemException(
                    Code.STATEMENT_TEMPORARILY_UNAVAILABLE.problem().retryAfterSeconds(COME_BACK_AFTER_SECONDS));
        }
        try {
            return draw(drawing);
        } finally {
            places.release();
        }
    }

    private static Drawn draw(Drawing drawing) throws IOException {
        var file = Drawn.empty();
        try {
            var paper = new BufferedOutputStream(file.out(), BUFFER);
            drawing.on(paper);
            paper.flush();
            return file;
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
