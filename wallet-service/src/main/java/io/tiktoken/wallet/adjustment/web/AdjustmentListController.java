package io.tiktoken.wallet.adjustment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.adjustment.Adjustments;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators what waits for them, and who decided what. */
@RestController
@RequestMapping("/api/admin/adjustments")
@ForAdministrators
@Tag(name = "Adjustments")
class AdjustmentListController {

    private final Adjustments adjustments;

    AdjustmentListController(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @GetMapping
    @Operation(
            summary = "Lists adjustments",
            description = "Newest first; all of them, or those in one state or of one wallet.")
    @ApiResponse(responseCode = "200", description = "A page of them")
    Page<AdjustmentView> list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable UUID ownerId,
            PageQuery query) {
        return adjustments
                .list(state, ownerId == null ? null : new OwnerId(ownerId), query)
                .map(AdjustmentView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows an adjustment", description = "As it stands.")
    @ApiResponse(responseCode = "200", description = "The adjustment")
    @Refuses(Code.ADJUSTMENT_NOT_FOUND)
    AdjustmentView one(@PathVariable UUID id) {
        return adjustments.find(id).map(AdjustmentView::of).orElseThrow(Code.ADJUSTMENT_NOT_FOUND::exception);
    }
}
