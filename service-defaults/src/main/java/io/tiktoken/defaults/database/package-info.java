/** One SQLite file per service: how it is opened, checked, read beside its writer, and written in batches. */
@NullMarked
package io.tiktoken.defaults.database;

import org.jspecify.annotations.NullMarked;
