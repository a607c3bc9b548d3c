package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTests {

    private static final String OWNER = "wallet-service";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("data/wallet.db");
    }

    @Test
    void theFirstStartCreatesItForItsOwnerOnly() throws IOException {
        open(OWNER);

        assertThat(file).exists().isNotEmptyFile();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void laterStartsOpenWhatIsThere() throws Exception {
        createWithARow();

        open(OWNER);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNotReplacedByAnEmptyOne() throws Exception {
        createWithARow();
        Files.delete(file);

        assertRefused(OWNER, "missing or empty");
        assertThat(file).doesNotExist();
    }

    @Test
    void anEmptyFileIsNotTakenForANewOne() throws Exception {
        createWithARow();
        Files.write(file, new byte[0]);

        assertRefused(OWNER, "missing or empty");
    }

    @Test
    void anotherServicesFileIsRefused() throws Exception {
        createWithARow();

        assertRefused("auth-service", "belongs to another service");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "somebody's letter, not a database");

        assertRefused(OWNER, "not a SQLite database");
        assertThat(file).hasContent("somebody's letter, not a database");
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        createWithARow();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[4096]);
        }

        assertRefused(OWNER, "damaged");
    }

    @Test
    void aSecondProcessIsKeptOut() {
        try (var first = DatabaseFile.open(file, OWNER)) {
            assertThat(first.path()).exists();
            assertRefused(OWNER, "already in use");
        }
        open(OWNER);
    }

    @Test
    void aStartThatDiedBeforeTheFirstTableIsCarriedOn() throws Exception {
        Files.createDirectories(file.getParent());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1"); // Makes a first page, without our application_id.
        }

        open(OWNER);
        open(OWNER);
    }

    private void createWithARow() throws SQLException {
        open(OWNER);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (text TEXT) STRICT");
            statement.execute("INSERT INTO notes VALUES ('a row')");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private int rows() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM notes")) {
            return result.getInt(1);
        }
    }

    private void open(String owner) {
        DatabaseFile.open(file, owner).close();
    }

    private void assertRefused(String owner, String because) {
        assertThatThrownBy(() -> open(owner))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining(because)
                .hasMessageContaining("wallet.db");
    }
}
