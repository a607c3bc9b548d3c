package io.tiktoken.wallet.clients;

import feign.FeignException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the stable {@code code} out of a neighbour's refusal (RFC 9457). */
@Component
class ProblemCodes {

    private final JsonMapper json;

    ProblemCodes(JsonMapper json) {
        this.json = json;
    }

    /** Empty when the answer is no problem document, or has no code. */
    String of(FeignException answered) {
        try {
            return json.readTree(answered.contentUTF8()).path("code").asString("");
        } catch (JacksonException notAProblemDocument) {
            return "";
        }
    }
}
