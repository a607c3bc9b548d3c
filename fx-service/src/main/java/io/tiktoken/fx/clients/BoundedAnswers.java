package io.tiktoken.fx.clients;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads an answer up to a size and for a time, and hangs up on whatever goes on for longer. It has to happen
 * down here: closing a response, Feign would read all the rest of it, were it without end.
 */
final class BoundedAnswers implements ExecChainHandler {

    /** An answer went on for longer than any honest one does. */
    static final class EndlessAnswerException extends IOException {

        EndlessAnswerException(String how) {
            super(how);
        }
    }

    private static final int BUFFER = 8 * 1024;

    private final long mostBytes;
    private final Duration longest;

    BoundedAnswers(ProviderSettings settings) {
        this.mostBytes = settings.largestAnswer().toBytes();
        this.longest = settings.longestAnswer();
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var deadline = System.nanoTime() + longest.toNanos();
        var response = chain.proceed(request, scope);
        var body = response.getEntity();
        if (body != null) {
            try {
                response.setEntity(
                        new ByteArrayEntity(read(body.getContent(), deadline), ContentType.APPLICATION_JSON));
            } catch (IOException incomplete) {
                scope.execRuntime.discardEndpoint();
                throw incomplete;
            }
        }
        return response;
    }

    private byte[] read(InputStream body, long deadline) throws IOException {
        var read = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            read.write(buffer, 0, count);
            if (read.size() > mostBytes) {
                throw new EndlessAnswerException("it had more than %d bytes".formatted(mostBytes));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new EndlessAnswerException("it was still not complete after %s".formatted(longest));
            }
        }
        return read.toByteArray();
    }
}
