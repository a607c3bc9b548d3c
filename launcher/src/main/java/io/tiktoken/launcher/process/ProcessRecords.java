package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which processes there are, remembered under a name in a file each: its id, its birth and when it was started. They
 * outlive whoever wrote them, and a process that was given the same id later is not taken for the one remembered.
 */
public final class ProcessRecords {

    /** The {@code up} that starts services, of which there is one at a time. */
    public static final String STARTER = "starter";

    /** Who starts services again that died. */
    public static final String KEEPER = "keeper";

    /** Who runs services in order to learn from them. */
    public static final String TRAINER = "trainer";

    private static final String SUFFIX = ".pid";

    private final Path run;

    public ProcessRecords(Places places) {
        run = places.run();
    }

    public void remember(String name, long pid) {
        var birth = LiveProcess.birthOf(pid).orElse("none");
        try {
            Places.writePrivate(file(name), "%d %s %d\n".formatted(pid, birth, System.currentTimeMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(name), e);
        }
    }

    /** The process remembered under a name, as long as that very process lives. */
    public Optional<ProcessHandle> living(String name) {
        return record(name)
                .filter(record -> LiveProcess.birthOf(record.pid)
                        .filter(record.birth::equals)
                        .isPresent())
                .flatMap(record -> ProcessHandle.of(record.pid));
    }

    public boolean lives(String name) {
        return living(name).isPresent();
    }

    public boolean lives(Service service) {
        return lives(service.module());
    }

    /** Whether the process remembered under a name is this one. */
    boolean isSelf(String name) {
        return living(name)
                .filter(process -> process.pid() == ProcessHandle.current().pid())
                .isPresent();
    }

    public Set<Service> running() {
        var running = EnumSet.noneOf(Service.class);
        for (var service : Service.values()) {
            if (lives(service)) {
                running.add(service);
            }
        }
        return running;
    }

    /** Whether it was started and not stopped since, be it alive or not. */
    public boolean isRemembered(Service service) {
        return Files.exists(file(service.module()));
    }

    /** How long ago it was started. */
    public Duration ageOf(Service service) {
        return record(service.module())
                .map(record -> Duration.ofMillis(System.currentTimeMillis() - record.began))
                .orElse(Duration.ZERO);
    }

    /** Of a living service. */
    public Optional<Footprint> footprintOf(Service service) {
        return living(service.module())
                .map(process -> new Footprint(process.pid(), LiveProcess.memoryOf(process.pid())));
    }

    /** Its deaths too. */
    public void forget(String name) {
        delete(file(name));
        delete(run.resolve(name + Deaths.SUFFIX));
    }

    public void forgetAll() {
        try (var files = Files.newDirectoryStream(run, "*{%s,%s}".formatted(SUFFIX, Deaths.SUFFIX))) {
            files.forEach(ProcessRecords::delete);
        } catch (IOException nothingThere) {
            // Nothing was ever started in this data folder.
        }
    }

    /** What is remembered under one name is from now on remembered under another. */
    public void rename(String name, String next) {
        try {
            Files.move(file(name), file(next), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rename " + file(name), e);
        }
    }

    /** Looks and acts while nobody else does; the system takes the lock back from whoever is killed. */
    public <T> T inTurn(Supplier<T> action) {
        try (var file = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            return action.get();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + run, e);
        }
    }

    private Optional<ProcessRecord> record(String name) {
        try {
            var words = Files.readString(file(name)).strip().split(" ", 3);
            return words.length < 3
                    ? Optional.empty() // Cut off when the disk was full, for example.
                    : Optional.of(new ProcessRecord(Long.parseLong(words[0]), words[1], Long.parseLong(words[2])));
        } catch (IOException nothingThere) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return run.resolve(name + SUFFIX);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    /** Which process it is, and how many megabytes it takes. */
    public record Footprint(long pid, long megabytes) {}

    /**
     * One line of a file.
     *
     * @param began milliseconds since 1970
     */
    private record ProcessRecord(long pid, String birth, long began) {}
}
