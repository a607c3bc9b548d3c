package io.tiktoken.defaults.decision;

import java.util.Set;
import java.util.UUID;

/**
 * Who can ask and decide, as of one moment.
 *
 * @param able who could act right now
 * @param holders how many hold the role, whether they could act or not; all who are able are among them. Counting only the
 *     able ones would reward whoever makes the others unable.
 */
public record Signatories(Set<UUID> able, int holders) {

    public Signatories {
        able = Set.copyOf(able);
        if (holders < able.size()) {
            throw new IllegalArgumentException("%d hold the role, and %d are able".formatted(holders, able.size()));
        }
    }

    public boolean include(Signatory signatory) {
        return able.contains(signatory.id());
    }

    /** Whether nobody else holds the role, so that this one decides alone. */
    public boolean areOnly(Signatory signatory) {
        return holders == 1 && include(signatory);
    }
}
