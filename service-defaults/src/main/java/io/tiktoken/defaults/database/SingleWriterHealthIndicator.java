package io.tiktoken.defaults.database;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Down while nothing can be written, and up again by itself. */
final class SingleWriterHealthIndicator extends AbstractHealthIndicator {

    private final SingleWriter writer;

    SingleWriterHealthIndicator(SingleWriter writer) {
        super("The single writer could not be asked");
        this.writer = writer;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(writer.isAble() ? Status.UP : Status.DOWN);
    }
}
