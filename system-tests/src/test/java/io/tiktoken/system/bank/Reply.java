package io.tiktoken.system.bank;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What wallet-service said to one request.
 *
 * @param replayed whether it says that it had answered before
 */
record Reply(int status, String text, boolean replayed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> NO_ANSWERS = Set.of(401, 408, 425, 429);

    /** Whether it tells what has become of the request; otherwise the same is to be asked again. */
    boolean isDefinite() {
        return status < 500 && !NO_ANSWERS.contains(status);
    }

    boolean isDone() {
        return status / 100 == 2;
    }

    /** Whether it was accepted and may still fail: a top-up that a kill cut short is carried on later. */
    boolean isPending() {
        return isDone() && body().path("status").asString("").equals("PENDING");
    }

    JsonNode body() {
        return JSON.readTree(text);
    }

    String code() {
        return body().path("code").asString("");
    }
}
