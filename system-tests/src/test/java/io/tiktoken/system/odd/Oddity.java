package io.tiktoken.system.odd;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** One thing that is odd about a request. */
record Oddity(String name, Grade grade, BiConsumer<Draft, Random> change) {

    static Oddity odd(String name, BiConsumer<Draft, Random> change) {
        return new Oddity(name, Grade.ODD, change);
    }

    static Oddity wrong(String name, BiConsumer<Draft, Random> change) {
        return new Oddity(name, Grade.WRONG, change);
    }

    static Oddity hopeless(String name, BiConsumer<Draft, Random> change) {
        return new Oddity(name, Grade.HOPELESS, change);
    }

    void applyTo(Draft draft, Random random) {
        draft.note(this);
        change.accept(draft, random);
    }

    static <T> T oneOf(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    @SafeVarargs
    static <T> T oneOf(Random random, T... things) {
        return things[random.nextInt(things.length)];
    }
}
