package io.tiktoken.wallet.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.DrawStatement;
import io.tiktoken.wallet.statement.DrawStatement.Outcome;
import io.tiktoken.wallet.statement.Month;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import io.tiktoken.wallet.statement.SummariseMonths;
import io.tiktoken.wallet.statement.web.PdfStatement.Heading;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's wallet in figures: statements to keep, months at a glance, and what was in it when. */
@RestController
@RequestMapping("/api/wallet")
@ForCustomers
@Tag(name = "Wallet")
class StatementController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What a statement can be had as. */
    enum Format {
        csv,
        pdf
    }

    /** The months, newest first. */
    record SummaryView(List<Month> data) {}

    /** What was in the wallet. */
    record BalanceView(Money balance, Instant at) {}

    private final DrawStatement drawStatement;
    private final StatementDesk desk;
    private final StatementFonts fonts;
    private final SummariseMonths summariseMonths;
    private final Clock clock;

    StatementController(
            DrawStatement drawStatement,
            StatementDesk desk,
            StatementFonts fonts,
            SummariseMonths summariseMonths,
            Clock clock) {
        this.drawStatement = drawStatement;
        this.desk = desk;
        this.fonts = fonts;
        this.summariseMonths = summariseMonths;
        this.clock = clock;
    }

    @GetMapping(
            path = "/statement",
            produces = {"text/csv", MediaType.APPLICATION_PDF_VALUE})
    @Operation(summary = "Draws a statement to keep, from one day in Singapore to another", description = """
                    This month up to today if none are named. Days are `yyyy-MM-dd` and nothing else, whatever the \
                    browser's language. The CSV is UTF-8 with a byte order mark (Excel needs it; in Python open it as \
                    `utf-8-sig`) and quoted as RFC 4180 says; times are ISO 8601 with +08:00, amounts decimal numbers \
                    with a point. A text that a spreadsheet would take for a formula, or that begins with an \
                    apostrophe, has an apostrophe put before it: take off one, and it is as it was. \
                    `statement_too_long` comes with `mostTransactions`, and `temporarily_unavailable` with \
                    `Retry-After`.""")
    @ApiResponse(
            responseCode = "200",
            description = "The statement as a file",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/pdf")})
    @Refuses({Code.STATEMENT_TOO_LONG, Code.STATEMENT_TEMPORARILY_UNAVAILABLE})
    void statement(
            Person person,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "pdf") Format format,
            HttpServletResponse response)
            throws IOException {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), Period.SINGAPORE) : to;
        var first = from == null ? last.withDayOfMonth(1) : from;
        if (first.isAfter(last)) {
            throw Code.PERIOD_VALIDATION_FAILED.exception();
        }
        var statement = drawn(person, Period.ofDays(first, last));
        var heading = new Heading(person.username(), person.name(), first, last);
        try (var file = desk.drawn(paper -> write(statement, heading, format, paper))) {
            // Nothing can be refused any more: only now the response begins.
            response.setContentType((format == Format.csv ? CSV : MediaType.APPLICATION_PDF).toString());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(first, last, format));
            response.setContentLengthLong(file.size());
            file.sendTo(response.getOutputStream());
        }
    }

    @GetMapping("/summary")
    @Operation(
            summary = "Adds up what came in and went out in each of the last months",
            description = "Newest first, quiet ones too.")
    @ApiResponse(responseCode = "200", description = "The months")
    SummaryView summary(Person person, @RequestParam(defaultValue = "12") @Min(1) @Max(24) int months) {
        return new SummaryView(summariseMonths.last(months, new OwnerId(person.id())));
    }

    @GetMapping("/balance")
    @Operation(
            summary = "Tells what was in the wallet then",
            description = "Just before an instant, or at the end of a day in Singapore.")
    @ApiResponse(responseCode = "200", description = "The balance then")
    BalanceView balance(Person person, @RequestParam DayOrInstant at) {
        var moment = at.endIn(Period.SINGAPORE);
        return new BalanceView(drawStatement.balanceAt(new OwnerId(person.id()), moment), moment);
    }

    private Statement drawn(Person person, Period period) {
        return switch (drawStatement.draw(new OwnerId(person.id()), period)) {
            case Outcome.Drawn(var statement) -> statement;
            case Outcome.TooLong(var most) ->
                throw new ProblemException(Code.STATEMENT_TOO_LONG.problem(most).with("mostTransactions", most));
        };
    }

    private void write(Statement statement, Heading heading, Format format, OutputStream paper) throws IOException {
        switch (format) {
            case csv -> CsvStatement.write(statement, paper);
            case pdf -> PdfStatement.write(statement, heading, fonts, paper);
        }
    }

    /** Named twice, as RFC 6266 asks for: programs read the one or the other. */
    private static String attachment(LocalDate first, LocalDate last, Format format) {
        var name = "tiktoken-statement-%s-to-%s.%s".formatted(first, last, format);
        return "attachment; filename=\"%1$s\"; filename*=UTF-8''%1$s".formatted(name);
    }
}
