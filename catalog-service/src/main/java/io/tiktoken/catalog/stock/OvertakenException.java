package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.database.GuardedUpdate;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Another replica changed a row between our look and our write. One writer alone never sees this; the
 * caller is answered 503 with nothing changed, and its repeat meets the new state.
 */
final class OvertakenException extends CannotAcquireLockException {

    private OvertakenException(String what) {
        super(what);
    }

    /** Insists that a guarded write found the row as it was when the ruling was made. */
    static void unlessOneRow(int rows, String what, Object id) {
        GuardedUpdate.of(rows)
                .orElseThrow(() ->
                        new OvertakenException("%s %s was changed by somebody else in between".formatted(what, id)));
    }
}
