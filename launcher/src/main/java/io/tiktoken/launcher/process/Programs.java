package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.JvmFlags;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services' programs: built where their sources are newer, and unpacked. */
public final class Programs {

    static final String UNPACKED = "unpacked";

    private static final Path NOWHERE = Path.of("/dev/null");

    private final Path home;
    private final Map<String, String> environment;
    private final StartCaches caches;
    private final ExitHook exitHook;

    public Programs(Places places, Map<String, String> environment, StartCaches caches, ExitHook exitHook) {
        this.home = places.home();
        this.caches = caches;
        this.environment = environment;
        this.exitHook = exitHook;
    }

    /** What is stale is for the script to know, which has built this program too. */
    public void make(Set<Service> services) throws InterruptedException {
        var words = new ArrayList<>(List.of(home.resolve("tiktoken").toString(), "build"));
        services.forEach(service -> words.add(service.module()));
        var build = exitHook.start(Command.of(words).in(home).with(environment).speaking());
        if (build.waitFor() != 0) {
            throw new Failure("The build failed; what Maven says about it stands above.");
        }
        for (var service : services) {
            unpack(service);
        }
    }

    /** How a service's program is started; what follows is for the program itself. */
    public Command command(Service service, String... arguments) {
        var words = new ArrayList<>(caches.flags(service));
        words.addAll(JvmFlags.of(service, environment));
        words.add("-jar");
        words.add(jar(service).toString());
        words.addAll(List.of(arguments));
        return Command.java(words).in(home);
    }

    /** After a training run: keeps what the service's JVM has written, unless it is not whole. */
    public boolean keepCache(Service service) throws InterruptedException {
        var words = new ArrayList<>(JvmFlags.of(service, environment));
        words.addAll(List.of("-XX:AOTMode=on", "-XX:+VerifySharedSpaces", "-XX:AOTCache=" + caches.written(service)));
        words.addAll(List.of("-cp", jar(service).toString(), "-version"));
        return caches.install(
                service,
                Command.java(words)
                        .in(home)
                        .with(environment)
                        .writingTo(NOWHERE)
                        .withErrorsInOutput());
    }

    /** Unpacked, a service starts in about half the time; and a later build cannot pull its jar away under it. */
    private void unpack(Service service) throws InterruptedException {
        var unpacked = unpacked(service);
        if (!isNewer(target(service, ".jar.original"), unpacked)) {
            return;
        }
        var jar = target(service, ".jar");
        var next = unpacked.resolveSibling("unpacked.new");
        try {
            Places.deleteFolder(unpacked);
            Places.deleteFolder(next);
            var unpacking = exitHook.start(Command.java(List.of(
                            "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", next.toString()))
                    .in(home)
                    .with(environment)
                    .writingTo(NOWHERE)
                    .speaking());
            if (unpacking.waitFor() != 0) {
                throw new Failure("%s could not be unpacked; is there space on the disk? %s"
                        .formatted(jar, "./mvnw clean and another ./tiktoken up may help."));
            }
            Files.move(next, unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + unpacked, e);
        }
    }

    private Path jar(Service service) {
        return unpacked(service).resolve(service.module() + ".jar");
    }

    private Path unpacked(Service service) {
        return home.resolve(service.module()).resolve("target").resolve(UNPACKED);
    }

    private Path target(Service service, String suffix) {
        return home.resolve(service.module()).resolve("target").resolve(service.module() + suffix);
    }

    private static boolean isNewer(Path made, Path unpacked) {
        try {
            return !Files.isDirectory(unpacked)
                    || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(unpacked)) > 0;
        } catch (IOException gone) {
            return true;
        }
    }
}
