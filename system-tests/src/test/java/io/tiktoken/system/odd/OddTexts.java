package io.tiktoken.system.odd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Words, numbers and dates that are seldom typed. */
final class OddTexts {

    /** Is in everything made up here, so that it can be looked for where nothing made up belongs. */
    static final String MARK = "Zq7x";

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "null",
            "undefined",
            "true",
            "[]",
            "{}",
            "' OR 1=1 --",
            "%' ESCAPE '",
            "${jndi:ldap://x}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "Z\u0300\u0301\u0302\u0303\u0304\u0305algo",
            "\u202eevil\u202c",
            "a\u200db",
            "\u1160\u3164",
            "\u2800",
            "\ufeffbom",
            "\ufffe\uffff",
            "\ue000",
            "\ud83d\udca9",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\u0661\u0662\u0663",
            "\uff11\uff12",
            "stra\u00dfe \u0130\u0131",
            "\ufdfa",
            "line\nbreak\r\nX: y",
            "tab\there",
            "nul\u0000here",
            "\u001b[31mred",
            "x".repeat(300),
            "\u0301".repeat(200),
            "\ud83d\udca9".repeat(150));

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "00",
            "+1",
            "1.0",
            "1e3",
            "1e400",
            "-0",
            "0x10",
            "1_000",
            "1,000",
            "NaN",
            "Infinity",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999");

    private static final List<String> DATES = List.of(
            "2026-02-30",
            "2026-13-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-01-01T00:00:00+19:00",
            "2026-01-01T00:00:00",
            "2026-01-01 00:00",
            "0000-00-00",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+10000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "-0001-01-01",
            "2026-W01",
            "2026-001",
            "yesterday",
            "1767225600",
            "P1D");

    private static final List<String> IDS = List.of(
            "0",
            "1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "0193f3a0-0000-7000-8000-00000000000",
            "0193F3A0-0000-7000-8000-000000000000",
            "0193f3a0000070008000000000000000",
            "1-1-1-1-1",
            "{0193f3a0-0000-7000-8000-000000000000}",
            "0193f3a0-0000-7000-8000-00000000000g");

    private OddTexts() {}

    static String any(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Oddity.oneOf(random, WORDS);
            case 2 -> Oddity.oneOf(random, NUMBERS);
            case 3 -> Oddity.oneOf(random, DATES);
            case 4 -> Oddity.oneOf(random, IDS);
            default -> madeUp(random);
        };
    }

    static String madeUp(Random random) {
        return MARK + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
    }

    /** As it may stand in a path or a query. */
    static String encoded(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(UTF_8)) {
            var c = (char) (b & 0xff);
            out.append(isPlain(c) ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }

    /** The bytes of its UTF-8 as they are, each as one letter. */
    static String asBytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
