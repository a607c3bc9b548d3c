package io.tiktoken.system.token;

import io.tiktoken.system.customer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A direct line to any part, that keeps no cookies and adds nothing: what is sent is all that is said. */
public final class Line {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    /** One for all, so that thousands of requests share a few connections. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Answer get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.timeout(LONGEST_WAIT).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
