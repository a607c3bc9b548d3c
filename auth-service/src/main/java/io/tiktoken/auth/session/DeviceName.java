package io.tiktoken.auth.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The device that somebody logged in with, in words by which its owner recognises it: {@code Firefox on Android}.
 *
 * <p>It is put together from the words below and never from the header's own text, which anybody may write: there is
 * nothing in it to clean. A library that knows every device there is would be megabytes of rules, for a line that only has to
 * tell somebody's phone from their laptop.
 */
public record DeviceName(String value) {

    public static final DeviceName UNKNOWN = new DeviceName("Unknown device");

    private static final int LONGEST = 60;
    private static final int MOST_READ = 512;

    /** In this order: most browsers also claim to be those that come after them. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "YaBrowser/", "Yandex Browser",
            "Vivaldi/", "Vivaldi",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari",
            "curl/", "curl",
            "Wget/", "Wget",
            "HTTPie/", "HTTPie",
            "PostmanRuntime/", "Postman",
            "python-", "Python",
            "Python", "Python",
            "Java", "Java",
            "okhttp/", "OkHttp",
            "Go-http-client/", "Go");

    /** In this order: Android claims to be Linux, and an iPhone to be like a Mac. */
    private static final Map<String, String> SYSTEMS = inOrder(
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "CrOS", "ChromeOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    public DeviceName {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("This is not a device's name");
        }
    }

    /** What a {@code User-Agent} header tells, as far as it can be told. */
    public static DeviceName of(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN;
        }
        var read = userAgent.substring(0, Math.min(userAgent.length(), MOST_READ));
        var browser = firstIn(read, BROWSERS);
        var system = firstIn(read, SYSTEMS);
        if (browser.isPresent() && system.isPresent()) {
            return new DeviceName(browser.get() + " on " + system.get());
        }
        return browser.or(() -> system).map(DeviceName::new).orElse(UNKNOWN);
    }

    private static Optional<String> firstIn(String text, Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> text.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... signsAndWords) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < signsAndWords.length; i += 2) {
            map.put(signsAndWords[i], signsAndWords[i + 1]);
        }
        return map;
    }

    @Override
    public String toString() {
        return value;
    }
}
