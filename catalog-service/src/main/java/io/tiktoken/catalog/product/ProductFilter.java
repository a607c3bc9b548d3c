package io.tiktoken.catalog.product;

import io.tiktoken.defaults.text.SearchForm;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for; a part that is null narrows nothing.
 *
 * @param text to be found in the name or the description, as {@link SearchForm} compares them
 */
public record ProductFilter(
        @Nullable Boolean featured,
        @Nullable Category category,
        @Nullable String text) {

    public static final ProductFilter EVERYTHING = new ProductFilter(null, null, null);

    /** What the text is in {@code LIKE}. */
    @Nullable
    String pattern() {
        return text == null ? null : SearchForm.anywhere(text);
    }
}
