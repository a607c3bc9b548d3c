package io.tiktoken.wallet.statement.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A drawn statement on its way to its owner. It is in a file that only this process can reach: its name is taken away
 * as soon as it is open, so that nothing is left of it even after a crash.
 */
final class StatementFile implements AutoCloseable {

    private final FileChannel channel;

    private StatementFile(FileChannel channel) {
        this.channel = channel;
    }

    static StatementFile empty() throws IOException {
        var path = Files.createTempFile("statement-", null);
        return new StatementFile(FileChannel.open(
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
