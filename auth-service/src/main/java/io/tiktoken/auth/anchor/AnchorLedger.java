package io.tiktoken.auth.anchor;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.LEDGER_ANCHOR_REFUSED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;

/** Puts the ledger's head on record. What was once said of a height is never unsaid. */
@Service
public class AnchorLedger {

    /** Every answer to a head. */
    public sealed interface Outcome {

        /** It is on record, and the receipt says so, signed. */
        record Anchored(Anchor anchor, String receipt) implements Outcome {}

        /** Something else is on record for this height: the ledger is not what it was. */
        record Differs() implements Outcome {}
    }

    private static final JwsHeader RECEIPT =
            JwsHeader.with(SignatureAlgorithm.RS256).type("ledger-anchor+jwt").build();

    private static final Logger log = LoggerFactory.getLogger(AnchorLedger.class);

    private final Anchors anchors;
    private final JwtEncoder encoder;
    private final TokenSettings tokens;
    private final SecurityEvents events;
    private final SingleWriter writer;
    private final Clock clock;

    AnchorLedger(
            Anchors anchors,
            JwtEncoder encoder,
            TokenSettings tokens,
            SecurityEvents events,
            SingleWriter writer,
            Clock clock) {
        this.anchors = anchors;
        this.encoder = encoder;
        this.tokens = tokens;
        this.events = events;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome anchor(long height, String hash, Actor by) {
        var kept = writer.write(() -> anchors.at(height).orElseGet(() -> added(height, hash)));
        if (kept.hash().equals(hash)) {
            return new Outcome.Anchored(kept, receiptOf(kept));
        }
        log.error(
                "The ledger's entry {} is on record with another hash than {} says now: its journal was changed or"
                        + " replaced. Compare it with a backup.",
                height,
                by.id());
        writer.run(() -> events.recordAbout(
                by.id(), LEDGER_ANCHOR_REFUSED, by, "entry %d is on record with another hash".formatted(height)));
        return new Outcome.Differs();
    }

    private Anchor added(long height, String hash) {
        var anchor = new Anchor(height, hash, clock.instant());
        anchors.add(anchor);
        return anchor;
    }

    /** Signed, so that whoever holds it can show it. It opens nothing: its type is its own. */
    private String receiptOf(Anchor anchor) {
        var claims = JwtClaimsSet.builder()
                .issuer(tokens.issuer().toString())
                .issuedAt(anchor.anchoredAt())
                .claim("height", anchor.height())
                .claim("hash", anchor.hash())
                .build();
        return encoder.encode(JwtEncoderParameters.from(RECEIPT, claims)).getTokenValue();
    }
}
