package io.tiktoken.auth.circular.hen;

import io.tiktoken.auth.circular.egg.Egg;

/** Breaks the rule about circles on purpose, together with {@link Egg}. */
public class Hen {
    Egg laid;
}
