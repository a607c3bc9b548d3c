package io.tiktoken.order.purchase;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Breaks planned interactions (calls and writes are counted together, from 1) in a planned way. */
final class Faults {

    static final Faults NONE = new Faults(Map.of(), () -> {});

    enum Kind {
        /** The process dies before the interaction has begun. */
        CRASH_BEFORE,
        /** The process dies when the interaction has had its effect, before anybody knows. */
        CRASH_AFTER,
        /** The request is lost. */
        SILENCE_BEFORE,
        /** The answer is lost. */
        SILENCE_AFTER,
        /** We are paused for so long that somebody else finishes the purchase before our request gets out. */
        OVERTAKEN_BEFORE,
        /** As above, while the answer is on its way. */
        OVERTAKEN_AFTER
    }

    /** The end of a process, which no code can catch by accident. */
    static final class Crash extends Error {}

    final List<String> struck = new ArrayList<>();

    private final Map<Integer, Kind> plan;
    private final Runnable rival;
    private int interactions;

    Faults(Map<Integer, Kind> plan, Runnable rival) {
        this.plan = plan;
        this.rival = rival;
    }

    int interactions() {
        return interactions;
    }

    Answer<Done> strike(String what, Supplier<Answer<Done>> interaction) {
        var silence = new Answer.NoAnswer<Done>("silence");
        return switch (next(what)) {
            case null -> interaction.get();
            case CRASH_BEFORE -> throw new Crash();
            case CRASH_AFTER -> {
                interaction.get();
                throw new Crash();
            }
            case SILENCE_BEFORE -> silence;
            case SILENCE_AFTER -> {
                interaction.get();
                yield silence;
            }
            case OVERTAKEN_BEFORE -> {
                rival.run();
                yield interaction.get();
            }
            case OVERTAKEN_AFTER -> {
                var answer = interaction.get();
                rival.run();
                yield answer;
            }
        };
    }

    <T> T write(String what, Supplier<T> write) {
        return switch (next(what)) {
            case null -> write.get();
            case CRASH_BEFORE, SILENCE_BEFORE -> throw new Crash();
            case CRASH_AFTER, SILENCE_AFTER -> {
                write.get();
                throw new Crash();
            }
            case OVERTAKEN_BEFORE -> {
                rival.run();
                yield write.get();
            }
            case OVERTAKEN_AFTER -> {
                var result = write.get();
                rival.run();
                yield result;
            }
        };
    }

    private Kind next(String what) {
        if (this == NONE) {
            return null;
        }
        interactions++;
        var kind = plan.get(interactions);
        if (kind != null) {
            struck.add(kind + " at " + what);
        }
        return kind;
    }
}
