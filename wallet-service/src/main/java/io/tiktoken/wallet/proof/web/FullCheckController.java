package io.tiktoken.wallet.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.proof.FullCheck;
import io.tiktoken.wallet.proof.FullChecks;
import io.tiktoken.wallet.proof.Places;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators have the whole ledger looked at, and shows them what was found, and where. */
@RestController
@RequestMapping("/api/admin/ledger/checks")
@ForAdministrators
@Tag(name = "Proof")
class FullCheckController {

    /**
     * A full check as an administrator sees it: it names the places.
     *
     * @param of how many entries there were when it began
     * @param progress how many of them have been read
     * @param holds absent while it goes on, or when it had to be given up
     * @param firstBad the sequence number of the first entry that is not what it was
     */
    record View(
            State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            long of,
            long progress,
            @Nullable Boolean holds,
            Map<String, Long> sums,
            @Nullable Long firstBad,
            long accountsChecked,
            Places wrongAccounts,
            long drift,
            Places wrongReserved,
            long openReservations,
            Places wrongReservations,
            @Schema(example = "holds") @Nullable String anchor,
            @Nullable Long anchoredHeight) {

        /** How it stands. */
        enum State {
            RUNNING,
            ENDED,
            GIVEN_UP
        }

        static View of(FullCheck check) {
            var findings = check.findings();
            var state = check.isRunning() ? State.RUNNING : check.failed() ? State.GIVEN_UP : State.ENDED;
            var hasEnded = state == State.ENDED;
            return new View(
                    state,
                    check.startedAt(),
                    check.endedAt(),
                    check.height(),
                    findings.head().height(),
                    hasEnded ? check.holds() : null,
                    findings.sums(),
                    findings.firstBad(),
                    findings.accounts(),
                    findings.wrongAccounts(),
                    findings.drift(),
                    findings.wrongReserved(),
                    check.promises().open(),
                    check.promises().wrong(),
                    hasEnded ? check.anchor().result().name().toLowerCase(Locale.ROOT) : null,
                    check.anchor().height());
        }
    }

    private static final Logger log = LoggerFactory.getLogger(FullCheckController.class);

    private final FullChecks fullChecks;

    FullCheckController(FullChecks fullChecks) {
        this.fullChecks = fullChecks;
    }

    @PostMapping
    @Operation(
            summary = "Begins a full check of the ledger",
            description = "Unless one is going on. Ask at `Location` how it goes on.")
    @ApiResponse(responseCode = "202", description = "How far it is")
    ResponseEntity<View> request(Person person) {
        log.info("Administrator {} asks for a full check of the ledger", person.id());
        return ResponseEntity.accepted()
                .location(URI.create("/api/admin/ledger/checks/latest"))
                .body(View.of(fullChecks.request()));
    }

    @GetMapping("/latest")
    @Operation(
            summary = "Shows the full check that is going on, or else the last one",
            description = "With the places where something is wrong.")
    @ApiResponse(responseCode = "200", description = "How it stands")
    @Refuses(Code.FULL_CHECK_NOT_FOUND)
    View latest() {
        return fullChecks
                .running()
                .or(fullChecks::ended)
                .map(View::of)
                .orElseThrow(Code.FULL_CHECK_NOT_FOUND::exception);
    }
}
