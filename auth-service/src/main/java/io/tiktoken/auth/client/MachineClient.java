package io.tiktoken.auth.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A partner merchant or a kiosk.
 *
 * @param id the merchant's or kiosk's own: everything that is theirs, in every service, is theirs by this id
 * @param secrets two at the most, so that one can be exchanged for another without a pause; oldest first
 */
public record MachineClient(
        UUID id,
        ClientId clientId,
        ClientKind kind,
        ClientName name,
        boolean disabled,
        List<StoredSecret> secrets,
        Instant createdAt) {

    boolean has(UUID secretId) {
        return secrets.stream().anyMatch(secret -> secret.id().equals(secretId));
    }
}
