package io.tiktoken.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the system knows of a process that has not ended. */
final class LiveProcess {

    private static final boolean LINUX = Files.isDirectory(Path.of("/proc/self"));

    /** Behind the program's name: the state is the first word and the time of the start the twentieth. */
    private static final int STATE = 0;

    private static final int START = 19;
    private static final int KIBI = 1024;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*([0-9]+)");

    private LiveProcess() {}

    /**
     * When a process started; nothing when it has ended. Tells it from a later process that was given the same id. On
     * Linux this is counted from the machine's start, because a time of day moves whenever the clock is set.
     */
    static Optional<String> birthOf(long pid) {
        if (!LINUX) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(instant -> String.valueOf(instant.toEpochMilli()));
        }
        // The program's name stands in parentheses and may contain anything.
        var words = procFile(pid, "stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return words.filter(known -> !known[STATE].equals("Z")).map(known -> known[START]);
    }

    /** Megabytes of memory in use; 0 when that cannot be told. */
    static long memoryOf(long pid) {
        return (LINUX
                        ? procFile(pid, "status").flatMap(LiveProcess::resident)
                        : Command.answer("ps", "-o", "rss=", "-p", "" + pid))
                .map(kilobytes -> Long.parseLong(kilobytes.strip()) / KIBI)
                .orElse(0L);
    }

    private static Optional<String> resident(String status) {
        var line = RESIDENT.matcher(status);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static Optional<String> procFile(long pid, String name) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), name));
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
