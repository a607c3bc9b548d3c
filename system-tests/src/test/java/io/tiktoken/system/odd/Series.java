package io.tiktoken.system.odd;

import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics of all parts at one moment.
 *
 * @param count how many series there are
 * @param values of each tag of each metric of each part
 */
record Series(int count, Map<String, Set<String>> values) {

    private static final String MARK = OddTexts.MARK.toLowerCase(Locale.ROOT);
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    /** What a request has no part in, and what is few by its nature but not all seen before. */
    private static final Pattern BOUNDED = Pattern.compile(
            "[^ ]+ (jvm|process|system|hikaricp|jdbc|logback|executor|tasks|tomcat)_.*"
                    + "|.* (status|outcome|exception|error|code|http_status_code|httpStatusCode|le|quantile|kind|id|state|result|reason)");

    /** What stands for a path where there is none. */
    private static final Set<String> NO_PATH = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/**");

    static Series of(Shop shop) {
        var values = new TreeMap<String, Set<String>>();
        var count = 0;
        for (var part : Part.values()) {
            var text = new Line()
                    .get(shop.managementUrlOf(part).resolve("/actuator/prometheus"))
                    .expect(200)
                    .text();
            for (var line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
                count++;
                var metric = part.module() + " " + line.replaceFirst("[{ ].*", "");
                TAG.matcher(line)
                        .results()
                        .forEach(tag -> values.computeIfAbsent(metric + " " + tag.group(1), _ -> new TreeSet<>())
                                .add(tag.group(2)));
            }
        }
        return new Series(count, values);
    }

    /**
     * What stands in a tag that did not before, where the values of a tag are not few by their nature.
     *
     * @param paths of all routes, which are few as well, and not all asked for in every run
     */
    Set<String> newSince(Series before, Set<String> paths) {
        return values.entrySet().stream()
                .filter(tag -> !BOUNDED.matcher(tag.getKey()).matches())
                .flatMap(tag -> tag.getValue().stream()
                        .filter(value -> !paths.contains(value) && !NO_PATH.contains(value))
                        .filter(value -> !before.values()
                                .getOrDefault(tag.getKey(), Set.of())
                                .contains(value))
                        .map(value -> "%s = %s".formatted(tag.getKey(), value)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that hold what a request made up. */
    Set<String> madeUp() {
        return values.entrySet().stream()
                .filter(tag -> tag.getValue().stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(MARK)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
