package io.tiktoken.auth.circular.egg;

import io.tiktoken.auth.circular.hen.Hen;

/** Breaks the rule about circles on purpose, together with {@link Hen}. */
public class Egg {
    Hen hatched;
}
