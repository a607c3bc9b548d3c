package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.wallet.statement.StatementSettings;
import io.tiktoken.wallet.web.Code;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
    StatementFile drawn(Drawing drawing) throws IOException {
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

    private static StatementFile draw(Drawing drawing) throws IOException {
        var file = StatementFile.empty();
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
