package io.tiktoken.wallet.clients;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.wallet.anchor.Anchor;
import io.tiktoken.wallet.audit.AuditEvent;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.moneyrequest.Party;
import io.tiktoken.wallet.transfer.MaskedName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The part of auth-service's contract that this service uses. */
@FeignClient(name = "auth", url = "${tiktoken.neighbours.auth.url}")
interface AuthClient {

    /** What is read of the answer; the display name is masked already. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(UUID id, String username, String displayName) {

        public User {
            requireNonNull(id, "id");
            requireNonNull(username, "username");
            requireNonNull(displayName, "displayName");
        }

        Party toParty() {
            return new Party(new OwnerId(id), username, MaskedName.shown(username, displayName));
        }
    }

    /** Who is able to administer, and how many hold the role; the number of the able says that none of them is missing. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Able(int able, List<UUID> ids, int holders) {

        public Able {
            if (able != Set.copyOf(ids).size() || holders < able) {
                throw new IllegalArgumentException(
                        "%d are able, %s are they, and %d hold the role".formatted(able, ids, holders));
            }
        }

        Signatories toSignatories() {
            return new Signatories(Set.copyOf(ids), holders);
        }
    }

    /** What an administrator did. */
    record Report(AuditEvent.Kind kind, UUID actor, UUID subject, String detail, Instant at) {

        static Report of(AuditEvent event) {
            return new Report(event.kind(), event.actor(), event.subject(), event.detail(), event.at());
        }
    }

    /** What is put on record. */
    record Head(String hash) {}

    /** What is on record; the receipt comes only with the answer to putting it there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recorded(
            long height,
            String hash,
            Instant anchoredAt,
            @Nullable String receipt) {

        public Recorded {
            requireNonNull(hash, "hash");
            requireNonNull(anchoredAt, "anchoredAt");
        }

        Anchor toAnchor() {
            return new Anchor(new ChainHead(height, new Hash(hash)), anchoredAt);
        }
    }

    @PutMapping("/internal/ledger-anchors/{height}")
    @Nullable
    Recorded anchor(@PathVariable("height") long height, @RequestBody Head head);

    @GetMapping("/internal/ledger-anchors/latest")
    @Nullable
    Recorded latestAnchor();

    @PutMapping("/internal/audit-events/{id}")
    ResponseEntity<Void> report(@PathVariable("id") UUID id, @RequestBody Report report);

    @GetMapping("/internal/administrators")
    @Nullable
    Able ableAdministrators();

    @GetMapping("/internal/users/{username}")
    @Nullable
    User user(@PathVariable("username") String username);
}
