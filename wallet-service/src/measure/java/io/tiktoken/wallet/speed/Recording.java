package io.tiktoken.wallet.speed;

import java.util.List;

/**
 * All that a service's writer asked of its database, in order.
 *
 * @param address of its connection, with the settings
 */
record Recording(String address, List<Step> steps) {

    long batches() {
        return steps.stream().filter(Step.Commit.class::isInstance).count();
    }
}
