package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.Role;
import io.tiktoken.defaults.text.SearchForm;
import org.jspecify.annotations.Nullable;

/**
 * Which people an administrator is looking for; what is null narrows nothing.
 *
 * @param beginning of the username or of a word of the display name, as {@link SearchForm} compares them
 */
public record UserFilter(
        @Nullable String beginning,
        @Nullable Role role,
        @Nullable Boolean suspended) {

    public static final int LONGEST = 64;
}
