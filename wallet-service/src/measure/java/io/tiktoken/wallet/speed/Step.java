package io.tiktoken.wallet.speed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program asked of a database connection. */
sealed interface Step {

    record Begin() implements Step {}

    record Commit() implements Step {}

    record Savepoint() implements Step {}

    record Release() implements Step {}

    /** A statement with the values that it was run with. */
    record Run(String sql, List<? extends @Nullable Object> values) implements Step {}
}
