package io.tiktoken.launcher.process;

import io.tiktoken.launcher.terminal.Failure;
import java.time.Duration;
import java.util.Map;

/**
 * How much starting this machine is given to do.
 *
 * @param startWithin how long a service may take until it is ready
 * @param cores how many services may be starting at a time: two on two cores are up sooner than six
 */
public record Patience(Duration startWithin, int cores) {

    private static final String VARIABLE = "TIKTOKEN_START_WITHIN";

    public static Patience of(Map<String, String> environment) {
        var seconds = environment.getOrDefault(VARIABLE, "");
        if (!seconds.matches("[0-9]{0,9}")) {
            throw new Failure("%s is '%s', which is not a number of seconds.".formatted(VARIABLE, seconds));
        }
        return new Patience(
                Duration.ofSeconds(seconds.isEmpty() ? 120 : Integer.parseInt(seconds)),
                Runtime.getRuntime().availableProcessors());
    }
}
