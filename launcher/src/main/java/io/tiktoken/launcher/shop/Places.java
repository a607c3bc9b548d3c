package io.tiktoken.launcher.shop;

import io.tiktoken.launcher.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where things are.
 *
 * @param home the project's folder, with a folder for each service
 * @param data everything that the shop remembers; concerns nobody else on this machine
 */
public record Places(Path home, Path data) {

    public static Places in(Path home, Map<String, String> environment) {
        var data = environment.getOrDefault("TIKTOKEN_DATA", "");
        return new Places(
                home, data.isEmpty() ? home.resolve("data") : Path.of(data).toAbsolutePath());
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** What runs: a file for each process. */
    public Path run() {
        return data.resolve("run");
    }

    /** Of the shop that is opened for training only; nothing in it is worth keeping. */
    public Places training() {
        return new Places(home, data.resolve("training"));
    }

    /** What auth-service writes for the operator; it holds a password. */
    public Path firstAdministrator() {
        return data.resolve("first-administrator.txt");
    }

    public Path demoCustomers() {
        return data.resolve("demo-customers.txt");
    }

    public Path authDatabase() {
        return data.resolve("auth.db");
    }

    /** Written by the service itself, which begins another one when it is full. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Standard output and error: what the JVM says, and what comes before there is a log. */
    public Path output(String name) {
        return logs().resolve(name + ".out");
    }

    /** Makes the folders, for their owner only. */
    public void make() {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        for (var folder : List.of(secrets(), logs(), run())) {
            try {
                Files.createDirectories(folder, ownerOnly);
            } catch (IOException cannot) {
                throw new Failure("Cannot write to %s: choose another folder by TIKTOKEN_DATA.".formatted(data));
            }
        }
    }

    /** With everything in it, if it is there. */
    public static void deleteFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** An empty file that only its owner may read, before anything is written into it. */
    static void createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Replaces a file that only its owner may read, in one step: whoever looks sees the old or the new one. */
    public static void writePrivate(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".new");
        createPrivate(next);
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
