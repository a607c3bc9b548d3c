package io.tiktoken.defaults.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** Names a nested record after what it stands in, too: two controllers may each have a {@code Request}. */
final class EnclosedTypeNameResolver extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        var enclosing = type.getEnclosingClass();
        return enclosing == null ? type.getSimpleName() : getNameOfClass(enclosing) + type.getSimpleName();
    }
}
