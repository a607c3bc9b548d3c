package io.tiktoken.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tiktoken} itself, in a copy of the project without Maven. */
class ScriptTests {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(home.resolve(".mvn"));
        for (var file : List.of("tiktoken", ".mvn/jdk.sh")) {
            Files.copy(PROJECT.resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        var sources = Path.of("launcher", "src", "main");
        try (var files = Files.walk(PROJECT.resolve(sources))) {
            for (var file : files.toList()) {
                var copy = home.resolve(PROJECT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Also that the launcher needs nothing but the JDK. */
    @Test
    void compilesTheLauncherWhenItIsStaleOnly() throws Exception {
        assertThat(run("help")).startsWith("TikToken: a wallet and a shop on one machine.");
        var made = Files.getLastModifiedTime(launcherClass());

        assertThat(run("logs")).isEqualTo("There is no log yet in %s/data/logs.\n".formatted(home));
        assertThat(Files.getLastModifiedTime(launcherClass())).isEqualTo(made);

        var source = home.resolve("launcher/src/main/java/io/tiktoken/launcher/Launcher.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        run("logs");
        assertThat(Files.getLastModifiedTime(launcherClass())).isNotEqualTo(made);
    }

    @Test
    void findsItsFolderThroughALinkAndFromElsewhere() throws Exception {
        var link = Files.createSymbolicLink(home.resolve("link"), home.resolve("tiktoken"));
        var elsewhere = Files.createDirectory(home.resolve("elsewhere"));

        assertThat(output(elsewhere, link.toString(), "logs"))
                .isEqualTo("There is no log yet in %s/data/logs.\n".formatted(home));
    }

    @Test
    void buildsStaleServicesOnly() throws Exception {
        write("mvnw", "#!/bin/sh\necho mvnw \"$@\"\n");
        for (var file : List.of(
                "pom.xml",
                "service-core/pom.xml",
                "service-core/src/main/A.java",
                "service-defaults/pom.xml",
                "service-defaults/src/main/A.java")) {
            write(file, "");
        }
        for (var service : List.of("fx-service", "gateway", "auth-service")) {
            write(service + "/pom.xml", "");
            write(service + "/src/main/B.java", "");
        }
        makeOld();
        pack("fx-service");
        pack("gateway");
        assertThat(run("build", "fx-service", "gateway")).isEmpty();

        Files.setLastModifiedTime(
                home.resolve("gateway/src/main/B.java"),
                FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run("build", "fx-service", "gateway", "auth-service").lines())
                .satisfiesExactly(
                        building -> assertThat(building)
                                .isEqualTo("Building gateway, auth-service "
                                        + "(minutes the first time, when Maven fetches libraries) ..."),
                        maven -> assertThat(maven)
                                .startsWith("mvnw -q -pl gateway,auth-service -am package -DskipTests "),
                        built -> assertThat(built).matches("Built in [0-9]+ s\\."));
    }

    private Path launcherClass() {
        return home.resolve("launcher/target/program/io/tiktoken/launcher/Launcher.class");
    }

    private void pack(String service) throws IOException {
        write(service + "/target/" + service + ".jar", "");
        write(service + "/target/" + service + ".jar.original", "");
    }

    private void makeOld() throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
    }

    private void write(String file, String text) throws IOException {
        var path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(String... words) throws Exception {
        var command = new ArrayList<>(List.of(home.resolve("tiktoken").toString()));
        command.addAll(List.of(words));
        return output(home, command.toArray(String[]::new));
    }

    private static String output(Path folder, String... words) throws Exception {
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TIKTOKEN_"));
        var process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes());
    }
}
