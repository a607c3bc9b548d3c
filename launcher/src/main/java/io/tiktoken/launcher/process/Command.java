package io.tiktoken.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program to be run. */
public final class Command {

    private static final File NOTHING = new File("/dev/null");

    /**
     * Ctrl-C and a closed terminal reach every process of a terminal's job. Who is to live on ignores both, which a
     * program inherits through exec; only a shell can ask for that. And what it writes concerns nobody else.
     */
    private static final List<String> UNDISTURBED =
            List.of("/bin/sh", "-c", "umask 077; trap '' INT QUIT HUP; exec \"$@\"", "tiktoken");

    private static final List<String> SPARE_TIME = List.of("nice", "-n", "19");

    private final ProcessBuilder builder;

    private Command(List<String> words) {
        builder = new ProcessBuilder(words).redirectInput(NOTHING);
    }

    /** A Java program, run by the JDK that runs this one. */
    public static Command java(List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(arguments);
        return new Command(words);
    }

    /** This program once more: with its JVM's flags, from the same classes. */
    public static Command again(String main, List<String> arguments) {
        var words = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        words.addAll(arguments);
        return java(words);
    }

    public static Command of(List<String> words) {
        return new Command(words);
    }

    /** For whoever outlives this program: no signal of the terminal reaches it. */
    public Command undisturbed() {
        var words = new ArrayList<>(UNDISTURBED);
        words.addAll(builder.command());
        builder.command(words);
        return this;
    }

    /** For whoever has time: takes what others leave of the processor. */
    public Command inItsSpareTime() {
        builder.command().addAll(0, SPARE_TIME);
        return this;
    }

    public Command in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    public Command with(Map<String, String> environment) {
        builder.environment().clear();
        builder.environment().putAll(environment);
        return this;
    }

    /** Replaces the file. */
    public Command writingTo(Path file) {
        builder.redirectOutput(file.toFile());
        return this;
    }

    /** Beside what stands in the file already, so that it can be cut while it is written to. */
    public Command appendingTo(Path file) {
        builder.redirectOutput(Redirect.appendTo(file.toFile()));
        return this;
    }

    public Command withErrorsInOutput() {
        builder.redirectErrorStream(true);
        return this;
    }

    /** Output and errors where this program's go, as far as they go nowhere else yet. */
    public Command speaking() {
        if (builder.redirectOutput().equals(Redirect.PIPE)) {
            builder.redirectOutput(Redirect.INHERIT);
        }
        builder.redirectError(Redirect.INHERIT);
        return this;
    }

    public Process start() {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + builder.command(), e);
        }
    }

    /** What a program prints; nothing when it is not there or fails. */
    static Optional<String> answer(String... words) {
        try {
            var process = new ProcessBuilder(words)
                    .redirectInput(NOTHING)
                    .redirectError(Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
