package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.LaunchContract;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Starts a service as a process that lives on without this one, and remembers it. */
public final class StartService {

    private final Places places;
    private final Programs programs;
    private final LaunchContract contract;
    private final ProcessRecords records;

    public StartService(Places places, Programs programs, LaunchContract contract, ProcessRecords records) {
        this.places = places;
        this.programs = programs;
        this.contract = contract;
        this.records = records;
    }

    public void start(Service service) {
        var name = service.module();
        keepPrevious(places.log(name), places.logs().resolve(name + ".previous.log"));
        var process = programs.command(service)
                .with(contract.environmentOf(service))
                .undisturbed()
                .writingTo(places.output(name))
                .withErrorsInOutput()
                .start();
        records.remember(name, process.pid());
    }

    private static void keepPrevious(Path log, Path previous) {
        try {
            if (Files.exists(log)) {
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rename " + log, e);
        }
    }
}
