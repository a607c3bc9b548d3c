package io.tiktoken.system.bank;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Who has a wallet: a few of them are in every second business. */
record People(List<UUID> hot, List<UUID> others, List<UUID> merchants) {

    static People of(int hot, int others, int merchants) {
        return new People(ids(hot), ids(others), ids(merchants));
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(Ids::next).limit(count).toList();
    }

    List<UUID> customers() {
        return Stream.concat(hot.stream(), others.stream()).toList();
    }

    UUID somebody(Random random) {
        var group = random.nextBoolean() ? hot : others;
        return group.get(random.nextInt(group.size()));
    }

    UUID somebodyElse(Random random, UUID one) {
        var other = somebody(random);
        return other.equals(one) ? somebodyElse(random, one) : other;
    }

    UUID merchant(Random random) {
        return merchants.get(random.nextInt(merchants.size()));
    }
}
