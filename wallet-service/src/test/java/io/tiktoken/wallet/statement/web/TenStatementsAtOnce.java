package io.tiktoken.wallet.statement.web;

import static io.tiktoken.wallet.TestWallets.ttk;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.Transfer;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.DrawStatement;
import io.tiktoken.wallet.statement.DrawStatement.Outcome;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.web.PdfStatement.Heading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A process of its own that draws ten long statements at once, five of each format, into a folder. */
final class TenStatementsAtOnce {

    static final int ROWS = 5_000;

    private static final String[] NOTES = {"for lunch", "午餐", "நன்றி", "ස්තූතියි", "شكرا", "red tea 🍜"};
    private static final Period ALL = new Period(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    /** The nouns and verbs on a real database, and what draws statements. No configuration that other tests would find. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "io.tiktoken.wallet")
    @Import({VerbTest.Beans.class, StatementDesk.class, StatementFonts.class})
    static class Program {}

    private TenStatementsAtOnce() {}

    /** @param arguments the folder, and settings */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (var service = new SpringApplicationBuilder(Program.class)
                        .web(WebApplicationType.NONE)
                        .run(arguments);
                var threads = Executors.newFixedThreadPool(10)) {
            var alice = someoneWithALongHistory(service);
            var drawings = new ArrayList<Future<?>>();
            for (var number = 0; number < 5; number++) {
                for (var format : StatementController.Format.values()) {
                    var file = folder.resolve("%d.%s".formatted(number, format));
                    drawings.add(threads.submit(() -> draw(service, alice, format, file)));
                }
            }
            for (var drawing : drawings) {
                drawing.get();
            }
        }
    }

    private static UUID someoneWithALongHistory(ConfigurableApplicationContext service) {
        var journal = service.getBean(Journal.class);
        var alice = service.getBean(TestWallets.class).someoneWith("1000.00");
        service.getBean(SingleWriter.class)
                .run(() -> IntStream.range(1, ROWS)
                        .forEach(number -> journal.postSurely(new Transfer(
                                UUID.randomUUID(),
                                new Party(new OwnerId(alice), "alice (A•••)"),
                                new Party(new OwnerId(UUID.randomUUID()), "bob (B••)"),
                                ttk("0.01"),
                                NOTES[number % NOTES.length]))));
        return alice;
    }

    private static void draw(
            ConfigurableApplicationContext service, UUID alice, StatementController.Format format, Path file) {
        var drawn = (Outcome.Drawn) service.getBean(DrawStatement.class).draw(new OwnerId(alice), ALL);
        var heading = new Heading("alice", "陈小明", Statements.FIRST, Statements.LAST);
        var fonts = service.getBean(StatementFonts.class);
        try (var statement = service.getBean(StatementDesk.class).drawn(paper -> {
                    switch (format) {
                        case csv -> CsvStatement.write(drawn.statement(), paper);
                        case pdf -> PdfStatement.write(drawn.statement(), heading, fonts, paper);
                    }
                });
                var receiver = Files.newOutputStream(file)) {
            statement.sendTo(receiver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
