package io.tiktoken.system.token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a token says, to be said again with a difference. */
public record Claims(Map<String, Object> all) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Those of a token that the shop itself gave out. */
    public static Claims of(String honestToken) {
        return new Claims(
                JSON.readValue(Jws.parse(honestToken).payloadJson(), new TypeReference<Map<String, Object>>() {}));
    }

    public Claims with(String name, Object value) {
        var changed = new LinkedHashMap<>(all);
        changed.put(name, value);
        return new Claims(changed);
    }

    public Claims without(String... names) {
        var changed = new LinkedHashMap<>(all);
        for (var name : names) {
            changed.remove(name);
        }
        return new Claims(changed);
    }

    /** Given out five minutes before its end, as always. */
    public Map<String, Object> expiring(Duration fromNow) {
        var end = Instant.now().plus(fromNow);
        return with("iat", end.minus(Duration.ofMinutes(5)).getEpochSecond())
                .with("exp", end.getEpochSecond())
                .all();
    }
}
