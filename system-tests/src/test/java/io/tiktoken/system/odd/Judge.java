package io.tiktoken.system.odd;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with an answer, if anything is. */
final class Judge {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Judge() {}

    static Optional<String> faultOf(OddRequest request, Reply reply) {
        var grade = request.draft().grade();
        return switch (reply.status()) {
            case 0 -> mayBeClosed(request) ? Optional.empty() : noAnswer(reply);
            case -1 -> grade == Grade.HOPELESS ? Optional.empty() : noAnswer(reply);
            case 304 -> Optional.empty();
            case 501, 505 -> faultOfRefusal(request, reply); // No such method, no such version: the client's mistakes.
            default ->
                switch (reply.status() / 100) {
                    case 2 -> faultOfSuccess(grade, reply);
                    case 4 -> faultOfRefusal(request, reply);
                    default -> Optional.of("status " + reply.status());
                };
        };
    }

    /** Tomcat stops reading at a broken line, and its reset of the connection can overtake its answer. */
    private static boolean mayBeClosed(OddRequest request) {
        return request.draft().grade() == Grade.HOPELESS || request.hasBrokenLine();
    }

    private static Optional<String> noAnswer(Reply reply) {
        return Optional.of("no answer: " + reply.kind());
    }

    private static Optional<String> faultOfSuccess(Grade grade, Reply reply) {
        if (grade == Grade.WRONG) {
            return Optional.of("accepted with " + reply.status());
        }
        return isHtml(reply) ? Optional.of("a page of HTML") : Optional.empty();
    }

    private static Optional<String> faultOfRefusal(OddRequest request, Reply reply) {
        if (isHtml(reply)) {
            return Optional.of("a page of HTML with " + reply.status());
        }
        var type = reply.header("Content-Type");
        if (request.hasAnswerWithoutBody()) {
            return Optional.empty();
        }
        var code = type.startsWith("application/problem+json")
                ? "code"
                : request.isAboutTokens() && type.startsWith("application/json") ? "error" : "";
        if (code.isEmpty()) {
            return Optional.of("%d that is no problem document but '%s'".formatted(reply.status(), type));
        }
        return jsonOf(reply)
                .filter(body -> body.path(code).isString())
                .map(_ -> Optional.<String>empty())
                .orElse(Optional.of("%d without a %s".formatted(reply.status(), code)));
    }

    private static Optional<JsonNode> jsonOf(Reply reply) {
        try {
            return Optional.of(JSON.readTree(reply.body()));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isHtml(Reply reply) {
        return reply.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html")
                || reply.body().toLowerCase(Locale.ROOT).contains("<html");
    }
}
