package io.tiktoken.system.old;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Browser;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the pages of the shop showed before, and whether they show it still. */
final class Views {

    /** What is true of one day, or changes by looking. */
    private static final Set<String> PASSING = Set.of("available", "headroom", "lastLoginAt", "sessions", "stale");

    private final List<Map<String, Object>> seen = new ArrayList<>();

    /** Looks at one page and remembers it. */
    void remember(String who, Browser browser, String path) {
        var view = new LinkedHashMap<String, Object>();
        view.put("who", who);
        view.put("path", path);
        view.put("answer", browser.get(path).expect(200).text());
        seen.add(view);
    }

    List<Map<String, Object>> seen() {
        return seen;
    }

    /** Nothing that was there may be missing or different; more may be there now. */
    static void assertShownStill(JsonNode before, JsonNode now, String where) {
        if (before.isObject()) {
            before.forEachEntry((field, value) -> {
                if (!PASSING.contains(field)) {
                    assertShownStill(value, now.path(field), where + "." + field);
                }
            });
        } else if (before.isArray()) {
            before.forEach(element -> assertThat(now.valueStream())
                    .as("%s has %s", where, element)
                    .anyMatch(candidate -> isShownStill(element, candidate)));
        } else if (isInstant(before)) {
            assertThat(isInstant(now)).as("%s is an instant: %s", where, now).isTrue();
        } else {
            assertThat(now).as(where).isEqualTo(before);
        }
    }

    private static boolean isShownStill(JsonNode before, JsonNode now) {
        try {
            assertShownStill(before, now, "");
            return true;
        } catch (AssertionError different) {
            return false;
        }
    }

    /** Those move with the time at which the databases are loaded. */
    private static boolean isInstant(JsonNode value) {
        try {
            return value.isString() && Instant.parse(value.asString()) != null;
        } catch (DateTimeParseException anythingElse) {
            return false;
        }
    }
}
