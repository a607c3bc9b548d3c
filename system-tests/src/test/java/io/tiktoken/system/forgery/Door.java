package io.tiktoken.system.forgery;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.token.Line;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A place that asks for a token.
 *
 * @param honest a token that is good there
 */
record Door(String name, String method, URI target, String honest) {

    private static final Line LINE = new Line();

    Answer hears(Attempt attempt) {
        var uri = attempt.query().isEmpty() ? target : URI.create(target + "?" + attempt.query());
        var body = attempt.form().isEmpty() ? "{}" : attempt.form();
        var type = attempt.form().isEmpty() ? "application/json" : "application/x-www-form-urlencoded";
        var bodiless = method.equals("GET") && attempt.form().isEmpty();
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .method(method, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        attempt.headers().forEach(request::header);
        return LINE.send(request);
    }

    @Override
    public String toString() {
        return name;
    }
}
