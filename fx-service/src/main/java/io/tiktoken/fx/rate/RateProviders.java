package io.tiktoken.fx.rate;

import java.util.List;

/** All providers, in the order in which they are asked. */
public record RateProviders(List<RateProvider> inOrder) {

    public RateProviders {
        inOrder = List.copyOf(inOrder);
    }
}
