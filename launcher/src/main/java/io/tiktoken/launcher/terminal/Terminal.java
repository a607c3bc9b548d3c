package io.tiktoken.launcher.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Where the command speaks: colours only on a real terminal, plain lines into files and pipes. */
public final class Terminal {

    private static final String ESCAPE = "\033[";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean coloured;

    public Terminal(PrintStream out, PrintStream err, boolean coloured) {
        this.out = out;
        this.err = err;
        this.coloured = coloured;
    }

    /**
     * For a command that was typed.
     *
     * @param isTerminal whether standard output is one, which only the calling shell can tell on every system
     */
    public static Terminal of(Map<String, String> environment, boolean isTerminal) {
        var wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(System.out, System.err, isTerminal && wanted);
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** To standard error. */
    public void warn(String line) {
        err.println(in("31m", line));
    }

    /** For a question: the answer is typed behind it. */
    public void ask(String question) {
        out.print(question);
        out.flush();
    }

    public String bold(String text) {
        return in("1m", text);
    }

    public String green(String text) {
        return in("32m", text);
    }

    /** Seconds with one digit. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%d.%d", duration.toSeconds(), duration.toMillisPart() / 100);
    }

    private String in(String code, String text) {
        return coloured ? ESCAPE + code + text + ESCAPE + "0m" : text;
    }
}
