package io.tiktoken.system.odd;

import static io.tiktoken.system.odd.Oddity.odd;
import static io.tiktoken.system.odd.Oddity.oneOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What can be odd about a body of JSON. */
final class BodyOddities {

    private static final Pattern VALUE = Pattern.compile(":(\"(?:[^\"\\\\]++|\\\\.)*+\"|-?[0-9.]+|true|false|null)");

    private BodyOddities() {}

    static List<Oddity> all() {
        return List.of(
                changed(
                        "no JSON",
                        (_, random) -> oneOf(
                                random,
                                "",
                                " ",
                                "{",
                                "}",
                                "nul",
                                "NaN",
                                "{\"a\":}",
                                "{'a':1}",
                                "{a:1}",
                                "{\"a\":01}",
                                "[1,]",
                                "{}{}",
                                "{} x",
                                "/* */{}",
                                "\u0000",
                                "a=b&c=d",
                                "<a/>",
                                "\"\\ud800\"",
                                "{\"\\ud83d\":1}")),
                changed(
                        "JSON of another shape",
                        (_, random) -> oneOf(
                                random, "null", "[]", "[null]", "0", "\"text\"", "true", "[[]]", "{\"\":{}}", "1e999")),
                changed("cut off", (json, random) -> json.substring(0, random.nextInt(json.length() + 1))),
                changed(
                        "one field more",
                        (json, random) -> json.replaceFirst("\\{", "{\"%s\":1,".formatted(OddTexts.madeUp(random)))),
                changed("a field twice", (json, _) -> json.replaceFirst("\\{(\"[^\"]*\":)", "{$1null,$1")),
                changed("deep", (json, random) -> {
                    var depth = oneOf(random, 90, 120, 2_000);
                    return oneOf(
                            random,
                            "[".repeat(depth) + "]".repeat(depth),
                            "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
                }),
                changed(
                        "too much",
                        (json, random) -> json.replaceFirst(
                                "\\{",
                                "{\"%s\":\"%s\","
                                        .formatted(OddTexts.MARK, "x".repeat(oneOf(random, 60_000, 70_000, 300_000))))),
                changed("odd value", BodyOddities::withOddValue),
                changed("odd values", (json, random) -> {
                    var odd = json;
                    for (var i = 0; i < 3; i++) {
                        odd = withOddValue(odd, random);
                    }
                    return odd;
                }),
                odd(
                        "no UTF-8",
                        (draft, random) -> draft.body = new String(draft.body, ISO_8859_1)
                                .replaceFirst(
                                        "\"",
                                        "\"" + oneOf(random, "\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u0080"))
                                .getBytes(ISO_8859_1)),
                odd("UTF-16", (draft, _) -> draft.body = new String(draft.body, UTF_8).getBytes(UTF_16)),
                odd(
                        "a mark before it",
                        (draft, _) -> draft.body = ("\ufeff" + new String(draft.body, UTF_8)).getBytes(UTF_8)));
    }

    private static Oddity changed(String name, BiFunction<String, Random, String> change) {
        return odd(
                "body: " + name,
                (draft, random) -> draft.body =
                        change.apply(new String(draft.body, UTF_8), random).getBytes(UTF_8));
    }

    /** Another value in place of one of its own. */
    private static String withOddValue(String json, Random random) {
        var values = new ArrayList<int[]>();
        var matcher = VALUE.matcher(json);
        while (matcher.find()) {
            values.add(new int[] {matcher.start(1), matcher.end(1)});
        }
        if (values.isEmpty()) {
            return json;
        }
        var place = oneOf(random, values);
        return json.substring(0, place[0]) + value(random) + json.substring(place[1]);
    }

    private static String value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                oneOf(
                        random,
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "-1",
                        "0",
                        "1.5",
                        "1e400",
                        "-0.0",
                        "9223372036854775808",
                        "\"\\ud800\"");
            case 1 ->
                oneOf(
                        random,
                        "9223372036854775807",
                        "1e-400",
                        "\"\\u0000\"",
                        "[[[1]]]",
                        "{\"amount\":1}",
                        "1" + "0".repeat(2_000));
            default -> quoted(OddTexts.any(random));
        };
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            json.append(
                    c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)
                            ? "\\u%04x".formatted((int) c)
                            : String.valueOf(c));
        }
        return json.append('"').toString();
    }
}
