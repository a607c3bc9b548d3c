package io.tiktoken.launcher.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The flags of each service's JVM, all in this one place. */
public final class JvmFlags {

    public static final String OPERATORS = "TIKTOKEN_JAVA_OPTIONS";

    private static final List<String> EVERY_SERVICE =
            List.of("-Xms32m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    private static final Pattern DECIDES_WHETHER_A_CACHE_FITS = Pattern.compile("-XX:[+-]Use\\w+");

    private static final Pattern FORBIDS_A_CACHE = Pattern.compile("-Xshare:.*|-XX:(Shared|AOT|DumpLoaded).*");

    private JvmFlags() {}

    /** The operator's own ({@code TIKTOKEN_JAVA_OPTIONS}) come last, so that they win. */
    public static List<String> of(Service service, Map<String, String> environment) {
        var flags = new ArrayList<>(EVERY_SERVICE);
        flags.add(
                switch (service) {
                    case CATALOG, FX -> "-Xmx128m";
                    case AUTH, WALLET, ORDER, GATEWAY -> "-Xmx192m";
                });
        flags.addAll(operators(environment));
        return flags;
    }

    /**
     * Those of the operator's own that a start cache has to be made with: the JVM refuses one that was made with another
     * collector or another layout of objects. Others, such as a debugger's port, concern the shop that runs and no other.
     */
    public static List<String> fittingCaches(Map<String, String> environment) {
        return operators(environment).stream()
                .filter(DECIDES_WHETHER_A_CACHE_FITS.asMatchPredicate())
                .toList();
    }

    /** With one of these besides, the JVM would not start at all. */
    public static boolean allowCaches(Map<String, String> environment) {
        return operators(environment).stream().noneMatch(FORBIDS_A_CACHE.asMatchPredicate());
    }

    private static List<String> operators(Map<String, String> environment) {
        var own = environment.getOrDefault(OPERATORS, "").strip();
        return own.isEmpty() ? List.of() : List.of(own.split("\\s+"));
    }
}
