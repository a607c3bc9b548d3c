package io.tiktoken.defaults.paging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code ?limit=} (1 to 100, 20 if absent) and {@code ?cursor=}. A
 * controller takes it as an argument.
 *
 * @param before the id below which the page begins, newest first; null for the first page
 */
public record PageQuery(int limit, @Nullable UUID before) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int LARGEST_LIMIT = 100;

    /** One row more than is shown tells whether there is another page. */
    public int rowsToRead() {
        return limit + 1;
    }
}
