/** One SQLite file per service: how it is opened, checked, read beside its writer, and written in batches. */
package io.tiktoken.defaults.database;
