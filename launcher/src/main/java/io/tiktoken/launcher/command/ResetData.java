package io.tiktoken.launcher.command;

import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.terminal.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deletes what the launcher and the services have made, and nothing else that may be in the data folder. */
public final class ResetData {

    private static final List<String> DATABASES = List.of("auth", "catalog", "wallet", "order", "fx");
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal", ".created", ".lock");

    private final Context context;

    public ResetData(Context context) {
        this.context = context;
    }

    public void run(List<String> arguments) throws InterruptedException {
        if (arguments.isEmpty()) {
            confirm();
        } else if (!arguments.getFirst().equals("--yes")) {
            throw Failure.misuse("reset does not know '%s'".formatted(arguments.getFirst()));
        }
        new Down(context).run();
        var places = context.places();
        try {
            delete(places);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete everything in " + places.data(), e);
        }
        context.terminal()
                .say("The shop's data in %s is deleted; the next ./tiktoken up begins anew.".formatted(places.data()));
    }

    private void confirm() {
        context.terminal()
                .ask("This deletes all customers, orders, money and secrets in %s.%nType \"yes\" to do it: "
                        .formatted(context.places().data()));
        try {
            var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (typed == null || !typed.strip().equals("yes")) {
                throw new Failure("Nothing was deleted.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the answer", e);
        }
    }

    private static void delete(Places places) throws IOException {
        for (var database : DATABASES) {
            for (var suffix : SUFFIXES) {
                Files.deleteIfExists(places.data().resolve(database + ".db" + suffix));
            }
        }
        Files.deleteIfExists(places.firstAdministrator());
        Files.deleteIfExists(places.demoCustomers());
        for (var folder : List.of(places.secrets(), places.logs(), places.run())) {
            Places.deleteFolder(folder);
        }
        if (isEmptyFolder(places.data())) {
            Files.delete(places.data());
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
