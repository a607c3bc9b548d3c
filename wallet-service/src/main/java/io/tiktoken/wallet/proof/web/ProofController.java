package io.tiktoken.wallet.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.wallet.proof.LatestProof;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the proof to anyone: it names no one. */
@RestController
@ForAnyone
@Tag(name = "Proof")
class ProofController {

    private final LatestProof latestProof;

    ProofController(LatestProof latestProof) {
        this.latestProof = latestProof;
    }

    @Operation(summary = "The ledger checked against itself: the last full check, carried on to the newest entry")
    @GetMapping("/api/ledger/proof")
    ProofView proof() {
        return ProofView.of(latestProof.get());
    }
}
