package io.tiktoken.wallet.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.proof.FullChecks;
import java.net.URI;
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

    private static final Logger log = LoggerFactory.getLogger(FullCheckController.class);

    private final FullChecks fullChecks;

    FullCheckController(FullChecks fullChecks) {
        this.fullChecks = fullChecks;
    }

    @Operation(summary = "Begins a full check of the ledger, unless one is going on")
    @ApiResponse(responseCode = "202", description = "How far it is; ask at `Location` how it goes on")
    @PostMapping
    ResponseEntity<FullCheckView> request(Person person) {
        log.info("Administrator {} asks for a full check of the ledger", person.id());
        return ResponseEntity.accepted()
                .location(URI.create("/api/admin/ledger/checks/latest"))
                .body(FullCheckView.of(fullChecks.request()));
    }

    @Operation(
            summary = "The full check that is going on, or else the last one, with the places where something is wrong")
    @ApiResponse(responseCode = "200", description = "How it stands")
    @ApiResponse(responseCode = "404", description = "`not_found`: there was none since the start")
    @GetMapping("/latest")
    FullCheckView latest() {
        return fullChecks
                .running()
                .or(fullChecks::ended)
                .map(FullCheckView::of)
                .orElseThrow(() -> ProblemException.notFound("There was no full check since the start"));
    }
}
