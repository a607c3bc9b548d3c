package io.tiktoken.wallet.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.statement.DrawStatement;
import io.tiktoken.wallet.statement.DrawStatement.Outcome;
import io.tiktoken.wallet.statement.Month;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import io.tiktoken.wallet.statement.SummariseMonths;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's wallet in figures: statements to keep, months at a glance, and what was in it when. */
@RestController
@RequestMapping("/api/wallet")
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
    private final SummariseMonths summariseMonths;
    private final Clock clock;

    StatementController(DrawStatement drawStatement, SummariseMonths summariseMonths, Clock clock) {
        this.drawStatement = drawStatement;
        this.summariseMonths = summariseMonths;
        this.clock = clock;
    }

    @GetMapping(
            path = "/statement",
            produces = {"text/csv", MediaType.APPLICATION_PDF_VALUE})
    @Operation(summary = "A statement to keep, from one day in Singapore to another; this month if none are named")
    @ApiResponse(
            responseCode = "200",
            description = "The statement as a file",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/pdf")})
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`")
    @ApiResponse(responseCode = "422", description = "`statement_too_long` with `mostTransactions`")
    ResponseEntity<?> statement(
            Person person,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "pdf") Format format) {
        var today = LocalDate.ofInstant(clock.instant(), Period.SINGAPORE);
        var last = Optional.ofNullable(to).orElse(today);
        var first = Optional.ofNullable(from).orElse(last.withDayOfMonth(1));
        requireOrder(first, last);
        return switch (drawStatement.draw(person.id(), Period.ofDays(first, last))) {
            case Outcome.Drawn(var statement) -> file(statement, person, first, last, format);
            case Outcome.TooLong(var most) ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "statement_too_long",
                                "More than %d transactions do not fit into one statement; ask for fewer days"
                                        .formatted(most))
                        .with("mostTransactions", most)
                        .response();
        };
    }

    @GetMapping("/summary")
    @Operation(summary = "What came in and went out in each of the last months")
    @ApiResponse(responseCode = "200", description = "The months, newest first, quiet ones too")
    SummaryView summary(Person person, @RequestParam(defaultValue = "12") @Min(1) @Max(24) int months) {
        return new SummaryView(summariseMonths.last(months, person.id()));
    }

    @GetMapping("/balance")
    @Operation(summary = "What was in the wallet at an instant, or at the end of a day in Singapore")
    @ApiResponse(responseCode = "200", description = "The balance then")
    BalanceView balance(Person person, @RequestParam DayOrInstant at) {
        var moment = at.endIn(Period.SINGAPORE);
        return new BalanceView(drawStatement.balanceAt(person.id(), moment), moment);
    }

    private static ResponseEntity<byte[]> file(
            Statement statement, Person person, LocalDate first, LocalDate last, Format format) {
        var name = "tiktoken-statement-%s-to-%s.%s".formatted(first, last, format);
        return ResponseEntity.ok()
                .contentType(format == Format.csv ? CSV : MediaType.APPLICATION_PDF)
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build()))
                .body(
                        format == Format.csv
                                ? CsvStatement.of(statement)
                                : PdfStatement.of(statement, person.username(), person.name(), first, last));
    }

    private static void requireOrder(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw new ProblemException(
                    Problem.of(HttpStatus.BAD_REQUEST, "validation_failed", "from must not be after to"));
        }
    }
}
