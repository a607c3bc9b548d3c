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
        return endpoint.takesAForm()
                ? request(door, endpoint, "application/x-www-form-urlencoded", "grant_type=client_credentials")
                : request(door, endpoint, "application/json", "{}");
    }

    private static HttpRequest.Builder request(URI door, Endpoint endpoint, String type, String body) {
        return HttpRequest.newBuilder(URI.create(door + endpoint.somewhere()))
                .header("Content-Type", type)
                .method(
                        endpoint.method(),
                        endpoint.onlyReads() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }
}
