package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.Command;
import io.tiktoken.launcher.process.ExitHook;
import io.tiktoken.launcher.process.WatchServices;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The end of the logs, by the system's {@code tail}. */
public final class ShowLogs {

    private static final int LINES = 120;

    private final Context context;

    public ShowLogs(Context context) {
        this.context = context;
    }

    /** The exit code of {@code tail}. */
    public int run(List<String> arguments) throws InterruptedException {
        var chosen = new ArrayList<>(
                Arrays.stream(Service.values()).map(Service::module).toList());
        chosen.add(WatchServices.LOG);
        var words = new ArrayList<>(List.of("tail"));
        for (var argument : arguments) {
            if (argument.equals("-f")) {
                words.add("-F");
            } else if (argument.startsWith("-")) {
                throw Failure.misuse("logs does not know '%s'".formatted(argument));
            } else if (argument.equals(WatchServices.LOG)
                    || Service.named(argument).isPresent()) {
                chosen.clear();
                chosen.add(argument);
            } else {
                throw Failure.misuse("There is no service '%s'; there are: %s"
                        .formatted(argument, Service.modules(List.of(Service.values()), " ")));
            }
        }
        var files = chosen.stream().flatMap(name -> written(name).stream()).toList();
        if (files.isEmpty()) {
            throw new Failure(
                    "There is no log yet in %s.".formatted(context.places().logs()));
        }
        words.addAll(List.of("-n", String.valueOf(LINES / files.size())));
        files.forEach(file -> words.add(file.toString()));
        var exitHook = ExitHook.install(context.records(), context.terminal());
        return exitHook.start(Command.of(words).speaking()).waitFor();
    }

    private List<Path> written(String name) {
        var files = new ArrayList<Path>();
        if (Files.exists(context.places().log(name))) {
            files.add(context.places().log(name));
        }
        var output = context.places().output(name);
        if (output.toFile().length() > 0) {
            files.add(output);
        }
        return files;
    }
}
