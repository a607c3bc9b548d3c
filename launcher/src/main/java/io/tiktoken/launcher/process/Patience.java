package io.tiktoken.launcher.process;

import io.tiktoken.launcher.terminal.Failure;
import java.time.Duration;
import java.util.Map;

/**
 * How much starting this machine is given to do.
 *
 * @param startWithin how long a service may take until it is ready
 * @param trainAfter how long the shop is left alone before its services are trained beside it
 * @param cores how many services may be starting at a time: two on two cores are up sooner than six
 */
public record Patience(Duration startWithin, Duration trainAfter, int cores) {

    private static final String START_WITHIN = "TIKTOKEN_START_WITHIN";
    private static final String TRAIN_AFTER = "TIKTOKEN_TRAIN_AFTER";

    public static Patience of(Map<String, String> environment) {
        return new Patience(
                seconds(environment, START_WITHIN, 120),
                seconds(environment, TRAIN_AFTER, 120),
                Runtime.getRuntime().availableProcessors());
    }

    private static Duration seconds(Map<String, String> environment, String variable, int otherwise) {
        var seconds = environment.getOrDefault(variable, "");
        if (!seconds.matches("[0-9]{0,9}")) {
            throw new Failure("%s is '%s', which is not a number of seconds.".formatted(variable, seconds));
        }
        return Duration.ofSeconds(seconds.isEmpty() ? otherwise : Integer.parseInt(seconds));
    }
}
