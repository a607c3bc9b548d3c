package io.tiktoken.launcher.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flags of each service's JVM, all in this one place. */
public final class JvmFlags {

    private static final List<String> EVERY_SERVICE =
            List.of("-Xms32m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    /**
     * The optimising compiler halves what a login costs, but doubles what a start costs. So who has little to calculate
     * goes without it, and with the others it has to wait until something was called ten times as often as usual.
     */
    private static final List<String> LITTLE_TO_CALCULATE = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

    private static final List<String> MUCH_TO_CALCULATE = List.of(
            "-Xmx192m",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private JvmFlags() {}

    /** The operator's own ({@code TIKTOKEN_JAVA_OPTIONS}) come last, so that they win. */
    public static List<String> of(Service service, Map<String, String> environment) {
        var flags = new ArrayList<>(EVERY_SERVICE);
        flags.addAll(
                switch (service) {
                    case CATALOG, FX -> LITTLE_TO_CALCULATE;
                    case AUTH, WALLET, ORDER, GATEWAY -> MUCH_TO_CALCULATE;
                });
        var own = environment.getOrDefault("TIKTOKEN_JAVA_OPTIONS", "").strip();
        if (!own.isEmpty()) {
            flags.addAll(List.of(own.split("\\s+")));
        }
        return flags;
    }
}
