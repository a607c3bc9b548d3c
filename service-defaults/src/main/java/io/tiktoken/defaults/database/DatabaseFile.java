package io.tiktoken.defaults.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's database file: created once, on the first start, and from then on only ever opened.
 *
 * <p>A note beside the file ({@code .created}) remembers that it was created, so that a file which has
 * gone missing is noticed instead of being replaced by an empty one. A lock ({@code .lock}) keeps a
 * second process out, because the single writer relies on being alone.
 */
final class DatabaseFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);
    private static final byte[] SQLITE_HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** Older versions can corrupt a database in WAL mode; see the release notes of SQLite 3.51.3. */
    private static final String OLDEST_SAFE_SQLITE = "3.51.3";
    /** A larger file takes longer to check than a start may take; the ledger's own proof covers it. */
    private static final long LARGEST_CHECKED_AT_START = 256L << 20;

    private final Path file;
    private final int applicationId;
    private final FileChannel lock;

    private DatabaseFile(Path file, int applicationId, FileChannel lock) {
        this.file = file;
        this.applicationId = applicationId;
        this.lock = lock;
    }

    /**
     * Opens the file, or creates it if it never existed.
     *
     * @param owner the service's name, from which the file's {@code application_id} is derived
     * @throws DatabaseRefusedException when the file is missing, foreign, damaged or in use
     */
    static DatabaseFile open(Path file, String owner) {
        var absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
            var database = new DatabaseFile(absolute, applicationIdOf(owner), lock(absolute));
            try {
                database.createOrCheck(owner);
            } catch (RuntimeException | IOException refused) {
                database.close();
                throw refused;
            }
            return database;
        } catch (IOException unreadable) {
            throw new DatabaseRefusedException(
                    "The database %s cannot be read or written: %s".formatted(absolute, unreadable), unreadable);
        }
    }

    Path path() {
        return file;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createOrCheck(String owner) throws IOException {
        var isNew = !Files.exists(file) || Files.size(file) == 0;
        if (isNew && Files.exists(note())) {
            throw new DatabaseRefusedException(
                    ("The database %s is missing or empty, but %s says that it was created before. Restore it from a"
                                    + " backup; only if its data may be lost, delete that note to begin anew.")
                            .formatted(file, note().getFileName()));
        }
        if (isNew) {
            createForTheOwnerOnly();
        } else {
            requireSqliteHeader();
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            requireSafeSqlite(connection);
            var unfinished = !Files.exists(note()) && number(connection, "PRAGMA schema_version") == 0;
            if (isNew || unfinished) {
                create(connection, owner);
            } else {
                check(connection, owner);
            }
        } catch (SQLException unusable) {
            throw new DatabaseRefusedException(
                    "The database %s is damaged or unusable: %s. Restore it from a backup."
                            .formatted(file, unusable.getMessage()),
                    unusable);
        }
        if (!Files.exists(note())) {
            Files.writeString(note(), "The database beside this note was created by %s.%n".formatted(owner));
        }
    }

    /** SQLite gives its write-ahead log the same permissions as the file. */
    private void createForTheOwnerOnly() throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private void create(Connection connection, String owner) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + applicationId);
            statement.execute("PRAGMA journal_mode = WAL");
        }
        log.info("Created the database of {} at {}", owner, file);
    }

    private void check(Connection connection, String owner) throws SQLException, IOException {
        var found = number(connection, "PRAGMA application_id");
        if (found != applicationId) {
            throw new DatabaseRefusedException(
                    "The database %s belongs to another service or program, not to %s (application_id %d, not %d)."
                            .formatted(file, owner, found, applicationId));
        }
        if (Files.size(file) <= LARGEST_CHECKED_AT_START) {
            var verdict = text(connection, "PRAGMA quick_check(1)");
            if (!"ok".equals(verdict)) {
                throw new DatabaseRefusedException(
                        "The database %s is damaged: %s. Restore it from a backup.".formatted(file, verdict));
            }
        }
    }

    private void requireSqliteHeader() throws IOException {
        try (var in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(SQLITE_HEADER.length), SQLITE_HEADER)) {
                throw new DatabaseRefusedException(
                        "The file %s is damaged or is not a SQLite database. Restore it from a backup."
                                .formatted(file));
            }
        }
    }

    private static void requireSafeSqlite(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseProductVersion();
        if (Runtime.Version.parse(version).compareTo(Runtime.Version.parse(OLDEST_SAFE_SQLITE)) < 0) {
            throw new DatabaseRefusedException(
                    "SQLite %s is too old: %s or newer is needed.".formatted(version, OLDEST_SAFE_SQLITE));
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            log.debug("The lock on {} is held by this very process", file);
        }
        channel.close();
        throw new DatabaseRefusedException("The database %s is already in use by another process.".formatted(file));
    }

    private Path note() {
        return file.resolveSibling(file.getFileName() + ".created");
    }

    private static int applicationIdOf(String owner) {
        var crc = new CRC32();
        crc.update(("io.tiktoken/" + owner).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(pragma)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static @Nullable String text(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(pragma)) {
            return result.next() ? result.getString(1) : null;
        }
    }
}
