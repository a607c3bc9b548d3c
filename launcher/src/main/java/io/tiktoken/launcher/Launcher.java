package io.tiktoken.launcher;

import io.tiktoken.launcher.command.Context;
import io.tiktoken.launcher.command.Down;
import io.tiktoken.launcher.command.Help;
import io.tiktoken.launcher.command.Keep;
import io.tiktoken.launcher.command.PrintSecrets;
import io.tiktoken.launcher.command.ResetAdministrator;
import io.tiktoken.launcher.command.ResetData;
import io.tiktoken.launcher.command.ShowLogs;
import io.tiktoken.launcher.command.ShowStatus;
import io.tiktoken.launcher.command.Train;
import io.tiktoken.launcher.command.Up;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.terminal.Failure;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Does what {@code ./tiktoken} was told. The script says where the project is ({@code tiktoken.home}) and whether it
 * speaks to a terminal ({@code tiktoken.terminal}).
 */
public final class Launcher {

    private final Context context;

    private Launcher(Context context) {
        this.context = context;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var environment = System.getenv();
        var terminal = Terminal.of(environment, Boolean.getBoolean("tiktoken.terminal"));
        var places = Places.in(Path.of(System.getProperty("tiktoken.home", ".")).toAbsolutePath(), environment);
        var launcher = new Launcher(new Context(places, environment, terminal));
        System.exit(launcher.runOrExplain(List.of(arguments)));
    }

    private int runOrExplain(List<String> words) throws InterruptedException {
        try {
            return words.isEmpty() ? help() : run(words.getFirst(), words.subList(1, words.size()));
        } catch (Failure failure) {
            context.terminal().warn(String.valueOf(failure.getMessage()));
        } catch (UncheckedIOException failure) {
            context.terminal().warn("%s (%s)".formatted(failure.getMessage(), failure.getCause()));
        }
        return 1;
    }

    private int run(String command, List<String> arguments) throws InterruptedException {
        switch (command) {
            case "up" -> new Up(context).run(arguments);
            case "down" -> new Down(context).run();
            case "status" -> {
                return new ShowStatus(context).run();
            }
            case "logs" -> {
                return new ShowLogs(context).run(arguments);
            }
            case "secrets" -> new PrintSecrets(context).run();
            case "admin-reset" -> {
                return new ResetAdministrator(context).run(arguments);
            }
            case Train.COMMAND -> new Train(context).run(arguments);
            case "reset" -> new ResetData(context).run(arguments);
            case Keep.COMMAND -> Keep.run(context, arguments);
            case "help", "-h", "--help" -> help();
            default -> throw Failure.misuse("There is no command '%s'".formatted(command));
        }
        return 0;
    }

    private int help() {
        context.terminal().say(Help.TEXT);
        return 0;
    }
}
