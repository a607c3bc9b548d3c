package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.ExitHook;
import io.tiktoken.launcher.process.Explanation;
import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** auth-service does it, as a process of its own that ends at once: only one may have the database open. */
public final class ResetAdministrator {

    private static final String COMMAND = "admin-reset";
    private static final int DONE = 0;

    /** The reason has been said. */
    private static final int REFUSED = 2;

    private final Context context;

    public ResetAdministrator(Context context) {
        this.context = context;
    }

    /** The exit code. */
    public int run(List<String> arguments) throws InterruptedException {
        var username = username(arguments);
        var places = context.places();
        if (!Files.exists(places.authDatabase())) {
            throw new Failure(
                    "There is no administrator in %s yet; ./tiktoken up makes the first one.".formatted(places.data()));
        }
        places.make();
        if (context.records().lives(Service.AUTH) || context.records().lives(ProcessRecords.STARTER)) {
            throw new Failure("auth-service is running and has the database open: "
                    + "./tiktoken down first, then this command again.");
        }
        var status = reset(username);
        if (status == REFUSED) {
            return 1;
        }
        if (status != DONE) {
            new Explanation(places, context.terminal()).explain(COMMAND);
            throw new Failure("No administrator was reset.");
        }
        printNewPassword();
        return 0;
    }

    private static String username(List<String> arguments) {
        if (arguments.size() > 1) {
            throw Failure.misuse("admin-reset takes one username");
        }
        var username = arguments.isEmpty() ? "admin" : arguments.getFirst();
        if (username.startsWith("-")) {
            throw Failure.misuse("admin-reset does not know '%s'".formatted(username));
        }
        return username;
    }

    /** Its sentence for the operator comes by standard error. */
    private int reset(String username) throws InterruptedException {
        var exitHook = ExitHook.install(context.records(), context.terminal());
        var programs = context.programs(exitHook);
        programs.make(Set.of(Service.AUTH));
        var contract = context.contract(context.addresses(), false);
        return exitHook.start(programs.command(Service.AUTH, COMMAND, username)
                        .with(contract.environmentOfCommand(Service.AUTH))
                        .writingTo(context.places().log(COMMAND))
                        .speaking())
                .waitFor();
    }

    private void printNewPassword() {
        var file = context.places().firstAdministrator();
        try {
            Files.readAllLines(file).forEach(line -> context.terminal().say("  " + line));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        context.terminal()
                .say("Keep it in a safe place, then delete %s. ./tiktoken up starts the shop again.".formatted(file));
    }
}
