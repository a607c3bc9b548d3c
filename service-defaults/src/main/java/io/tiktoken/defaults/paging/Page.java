package io.tiktoken.defaults.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param nextCursor what to send as {@code ?cursor=} for the page after this one; null on the last
 */
public record Page<T>(
        List<T> data, @Schema(format = "uuid") @Nullable String nextCursor) {

    /**
     * The page that these rows make.
     *
     * @param rows as many as {@link PageQuery#rowsToRead()} asked for, or fewer at the end of the list
     */
    public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, UUID> idOf) {
        if (rows.size() <= query.limit()) {
            return new Page<>(List.copyOf(rows), null);
        }
        var shown = List.copyOf(rows.subList(0, query.limit()));
        return new Page<>(shown, idOf.apply(shown.getLast()).toString());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(data.stream().<R>map(view).toList(), nextCursor);
    }
}
