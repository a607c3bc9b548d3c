package io.tiktoken.auth.client;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whom a token is for. */
record Audience(String value) {

    /** The one audience of all these scopes; nothing when there are none, unknown ones, or two audiences. */
    static Optional<Audience> of(Collection<String> scopes) {
        var audiences = scopes.stream()
                .map(scope -> Scope.of(scope).map(Scope::audience))
                .collect(Collectors.toSet());
        return audiences.size() == 1 ? audiences.iterator().next().map(Audience::new) : Optional.empty();
    }
}
