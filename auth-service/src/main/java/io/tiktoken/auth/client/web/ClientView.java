package io.tiktoken.auth.client.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.client.ClientKind;
import io.tiktoken.auth.client.MachineClient;
import io.tiktoken.auth.client.StoredSecret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merchant or kiosk as administrators see it.
 *
 * @param id what it asks for tokens with
 */
record ClientView(
        @Schema(example = "merchant-7k2mxq9d") String id,

        @Schema(allowableValues = {"merchant", "kiosk"}) String kind,

        @Schema(example = "Corner Books") String name,
        @Nullable UUID merchantId,
        @Nullable UUID kioskId,
        List<String> scopes,
        boolean disabled,
        List<SecretView> secrets,
        Instant createdAt) {

    /** That there is a secret, and whether it is in use. */
    record SecretView(UUID id, Instant createdAt, @Nullable Instant lastUsedAt) {

        static SecretView of(StoredSecret secret) {
            return new SecretView(secret.id(), secret.createdAt(), secret.lastUsedAt());
        }
    }

    static ClientView of(MachineClient client) {
        return new ClientView(
                client.clientId().value(),
                client.kind().text(),
                client.name().value(),
                client.kind() == ClientKind.MERCHANT ? client.id() : null,
                client.kind() == ClientKind.KIOSK ? client.id() : null,
                client.kind().scopes(),
                client.disabled(),
                client.secrets().stream().map(SecretView::of).toList(),
                client.createdAt());
    }
}
