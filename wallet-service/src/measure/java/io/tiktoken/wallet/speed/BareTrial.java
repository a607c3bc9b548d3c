package io.tiktoken.wallet.speed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How many transfers a second SQLite itself could take: transfers are made by the whole service in this process and
 * recorded, and then replayed on copies of the file as it was before, with as many in a commit. It is the file that the
 * service has filled before: the more there is in it, the more pages a transfer touches.
 */
final class BareTrial {

    /** @param batch how many transfers there were in a commit */
    record Result(double perSecond, double batch) {}

    private static final int TRANSFERS = 10_000;
    private static final int REPLAYS = 5;
    private static final String REPLAYED = "replayed.db";
    /** So many that the writer always finds a full batch waiting, and not more than the service has threads. */
    private static final int MOST_CLIENTS = 96;

    private final Path folder;
    private final Issuer issuer;
    private final Crowd crowd;
    private final Path before;

    /** @param before a ledger that knows the crowd */
    BareTrial(Path folder, Issuer issuer, Crowd crowd, Path before) {
        this.folder = folder;
        this.issuer = issuer;
        this.crowd = crowd;
        this.before = before;
    }

    Result measure(int batch) throws IOException, SQLException {
        var recorded = copy("recorded.db");
        var recording = record(recorded, batch);
        var times = IntStream.rangeClosed(0, REPLAYS)
                .mapToObj(_ -> replay(recording))
                .skip(1) // The first one warms up.
                .sorted()
                .toList();
        SameContent.require(folder.resolve(REPLAYED), recorded);
        return new Result(TRANSFERS * 1e9 / times.get(REPLAYS / 2).toNanos(), (double) TRANSFERS / recording.batches());
    }

    private Recording record(Path file, int batch) throws IOException, SQLException {
        crowd.logInAgain();
        var transfers = crowd.transfers(TRANSFERS);
        var recorder = Recorder.inPlaceOfTheDriver();
        try (var service = new InProcess(file, issuer.address(), batch)) {
            recorder.record();
            Load.send(transfers, service.port(), Math.min(MOST_CLIENTS, 3 * batch + 8));
            return recorder.stop();
        } finally {
            recorder.giveBack();
        }
    }

    private Duration replay(Recording recording) {
        try {
            return BareLoop.play(recording, copy(REPLAYED));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path copy(String name) throws IOException {
        var copy = Files.copy(before, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        try (var file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            file.force(true); // Otherwise the first commits would have to wait for it.
        }
        return copy;
    }
}
