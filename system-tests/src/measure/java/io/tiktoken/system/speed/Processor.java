package io.tiktoken.system.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time by the operating system's accounts, in milliseconds. Linux only. */
final class Processor {

    /** User and system time in {@code /proc/<pid>/stat}, counted behind the program's name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /** What the kernel shows them in, on every machine that Java runs on: a hundredth of a second. */
    private static final int TICK_MILLIS = 10;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private Processor() {}

    static long millisOf(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
            var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) * TICK_MILLIS;
        } catch (IOException e) {
            throw new UncheckedIOException("Process %d has ended".formatted(pid), e);
        }
    }

    /** Of a process and all that it has started and that still run. */
    static long millisOfAll(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> millisOf(each.pid()))
                .sum();
    }

    static long millisOfThisProcess() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / NANOS_PER_MILLI;
    }

    /** Memory that a process has in use, in megabytes. */
    static long megabytesOf(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException("Process %d has ended".formatted(pid), e);
        }
    }
}
