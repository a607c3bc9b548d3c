package io.tiktoken.defaults.runtime;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Makes all {@link Preparation}s. Spring Boot's own application runners run when the web server is listening already: for a moment, whoever
 * does not ask for readiness would see an empty shop.
 */
final class PreparationLifecycle implements SmartLifecycle {

    /** After the writer of the database, which has 0, and before the web server, which is among the last. */
    private static final int PHASE = 1;

    private final ObjectProvider<Preparation> preparations;
    private volatile boolean running;

    PreparationLifecycle(ObjectProvider<Preparation> preparations) {
        this.preparations = preparations;
    }

    @Override
    public void start() {
        preparations.forEach(Preparation::prepare);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
