package io.tiktoken.system.access;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.token.Line;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** One try at one endpoint: a real request, which says nothing more than it must. */
final class Knock {

    private static final Line LINE = new Line();

    private Knock() {}

    static Answer at(URI door, Endpoint endpoint, String token) {
        var request = request(door, endpoint);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return LINE.send(request);
    }

    static HttpRequest.Builder request(URI door, Endpoint endpoint) {
        var body = endpoint.onlyReads() ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        return HttpRequest.newBuilder(URI.create(door + endpoint.somewhere()))
                .header("Content-Type", "application/json")
                .method(endpoint.method(), body);
    }
}
