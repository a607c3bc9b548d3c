package io.tiktoken.defaults.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one administrator asks for, and what another one decided about it.
 *
 * @param kind what would happen, in the terms of the service
 * @param subject to whom it would happen
 * @param details what exactly would happen, in the terms of its kind
 * @param reason in the words of who asks; null where nobody is asked for one
 * @param status as it stood when this was read: nobody has to do anything for it to expire
 * @param decidedBy null while nobody has decided, and when it expired
 * @param alone there was nobody else who could have confirmed it
 */
public record Decision(
        UUID id,
        String kind,
        UUID subject,
        JsonNode details,
        @Nullable String reason,
        Signatory requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Status status,
        @Nullable Signatory decidedBy,
        @Nullable Instant decidedAt,
        boolean alone) {

    /** Where one can stand; from every status but the first there is no way on. */
    public enum Status {
        AWAITING_CONFIRMATION,
        /** It has happened. */
        CONFIRMED,
        /** Another administrator did not agree. */
        REFUSED,
        /** Whoever asked for it took it back. */
        WITHDRAWN,
        /** Nobody decided in time, or it made way for another. */
        EXPIRED
    }

    boolean isRequestedBy(Signatory signatory) {
        return requestedBy.id().equals(signatory.id());
    }

    boolean isAbout(Signatory signatory) {
        return subject.equals(signatory.id());
    }

    Decision decided(Status end, Signatory by, Instant at) {
        return new Decision(
                id,
                kind,
                subject,
                details,
                reason,
                requestedBy,
                requestedAt,
                expiresAt,
                end,
                by,
                at,
                end == Status.CONFIRMED && isRequestedBy(by));
    }
}
