package io.tiktoken.defaults.idempotency;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a service says about its idempotent requests, as one bean; without it nothing is left aside, and every definite
 * refusal is final.
 *
 * @param leftAside fields of a body in which a repeat may differ from the first request
 * @param provisional codes of refusals that are not stored, because the same request may be put right by what is left
 *     aside, and sent again
 */
public record IdempotencyRules(Set<String> leftAside, Predicate<String> provisional) {

    static final IdempotencyRules NONE = new IdempotencyRules(Set.of(), _ -> false);
}
