package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.JvmFlags;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * What the JVM of each service has learnt in a training run, in a file each: its classes, loaded and linked, and which of its
 * methods are worth compiling (the JDK's AOT cache). A file's name tells for which program, JVM and flags it was made, so
 * that one which does not fit is never found. No service needs its file in order to start.
 */
public final class StartCaches {

    private static final String SUFFIX = ".aot";

    private final Path home;
    private final Map<String, String> environment;
    private final boolean training;

    private StartCaches(Path home, Map<String, String> environment, boolean training) {
        this.home = home;
        this.environment = environment;
        this.training = training;
    }

    /** For services that start with what there is. */
    public static StartCaches inUse(Path home, Map<String, String> environment) {
        return new StartCaches(home, environment, false);
    }

    /** For services that are run to be learnt from, and write their files when they end. */
    public static StartCaches inTraining(Path home, Map<String, String> environment) {
        return new StartCaches(home, environment, true);
    }

    List<String> flags(Service service) {
        if (training) {
            return List.of("-XX:AOTCacheOutput=" + written(service));
        }
        return of(service)
                .filter(_ -> JvmFlags.allowCaches(environment))
                .map(file -> List.of("-XX:AOTCache=" + file))
                .orElse(List.of());
    }

    /** The file that fits the service's program as it is now, if there is one. */
    private Optional<Path> of(Service service) {
        return Optional.of(file(service)).filter(Files::isRegularFile);
    }

    public Set<Service> missing() {
        var missing = EnumSet.allOf(Service.class);
        missing.removeIf(service -> of(service).isPresent());
        return missing;
    }

    /**
     * Puts what a service has written at its end where its next start finds it, if the JVM accepts it, checksums and all.
     * Whatever was made for another program goes; those for other flags of this one stay.
     */
    boolean install(Service service, Command reading) throws InterruptedException {
        var written = written(service);
        try {
            if (!Files.isRegularFile(written) || reading.start().waitFor() != 0) {
                Files.deleteIfExists(written);
                return false;
            }
            Files.move(written, file(service), StandardCopyOption.ATOMIC_MOVE);
            deleteOthersThan(program(service), service);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(service), e);
        }
    }

    /** Beside the file, in whose place it comes whole or never. */
    Path written(Service service) {
        return file(service).resolveSibling(file(service).getFileName() + ".new");
    }

    private void deleteOthersThan(String program, Service service) throws IOException {
        try (var files = Files.newDirectoryStream(target(service), "*" + SUFFIX + "*")) {
            for (var file : files) {
                if (!file.getFileName().toString().startsWith(program)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(Service service) {
        return target(service).resolve(program(service) + "-" + jvm(service) + SUFFIX);
    }

    /** Every unpacking makes another program, though its jars may have the size and the date of the ones before. */
    private String program(Service service) {
        try {
            var unpacked = Files.getLastModifiedTime(target(service).resolve(Programs.UNPACKED));
            return service.module() + "-" + Long.toHexString(unpacked.toMillis());
        } catch (IOException notThere) {
            return service.module();
        }
    }

    private String jvm(Service service) {
        var sum = new CRC32();
        var words = new StringBuilder(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
        JvmFlags.of(service, Map.of(JvmFlags.OPERATORS, String.join(" ", JvmFlags.fittingCaches(environment))))
                .forEach(flag -> words.append(' ').append(flag));
        sum.update(words.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private Path target(Service service) {
        return home.resolve(service.module()).resolve("target");
    }
}
