package io.tiktoken.wallet.freeze.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.Freeze;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decided about a wallet.
 *
 * @param direction {@code NONE} for what lifted the one before
 * @param administratorName the username as it was then
 */
public record FreezeView(
        Direction direction,
        @Schema(example = "Phone was stolen") String reason,
        UUID administratorId,
        @Schema(example = "root") String administratorName,
        Instant at) {

    public static FreezeView of(Freeze freeze) {
        return new FreezeView(
                freeze.direction(),
                freeze.reason().text(),
                freeze.by().id(),
                freeze.by().username(),
                freeze.at());
    }

    public static @Nullable FreezeView ofNullable(@Nullable Freeze freeze) {
        return freeze == null ? null : of(freeze);
    }
}
