package io.tiktoken.system.odd;

import java.util.Map;
import java.util.TreeMap;

/** What was wrong with answers, with the first request that was answered so and how many followed it. */
final class Faults {

    private record Fault(int times, String first) {

        Fault once(String more) {
            return new Fault(times + 1, first.isEmpty() ? more : first);
        }
    }

    private final Map<String, Fault> faults = new TreeMap<>();

    void add(String what, OddRequest request, Reply reply) {
        faults.merge(
                "%s, at %s".formatted(what, request.door().module()),
                new Fault(1, "%s%n    → %s".formatted(request, reply)),
                (known, more) -> known.once(more.first()));
    }

    boolean areNone() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        faults.forEach((what, fault) ->
                text.append("%n%s: %d times, first of all%n  %s%n".formatted(what, fault.times(), fault.first())));
        return text.toString();
    }
}
