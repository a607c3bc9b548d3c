package io.tiktoken.wallet.approval;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.TokenSettings;
import io.tiktoken.wallet.approval.Verdict.Approved;
import io.tiktoken.wallet.approval.Verdict.Reason;
import io.tiktoken.wallet.approval.Verdict.Refused;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Judges approvals: signed by auth-service with the key that only it and this service hold, not expired
 * by so much as a second, and for exactly the operation that is asked for. No other service can spend a
 * customer's money, because no other can make one of these. Whether it was ended before its time, or spent, is asked in
 * the write that would spend it.
 */
@Service
public class Approvals {

    private static final JOSEObjectType TYPE = new JOSEObjectType("approval+jwt");
    private static final List<String> AUDIENCE = List.of("approval");

    private final JWSVerifier signature;
    private final String issuer;
    private final Clock clock;

    Approvals(ApprovalSettings settings, TokenSettings tokens, Clock clock) throws JOSEException {
        this.signature = new MACVerifier(settings.key().toKey("HmacSHA256"));
        this.issuer = tokens.issuer().toString();
        this.clock = clock;
    }

    public Verdict judge(String approval, Operation asked) {
        try {
            var claims = genuine(approval);
            if (claims.isEmpty() || !approvedBy(claims.get()).equals(asked)) {
                return new Refused(Reason.INVALID);
            }
            return hasExpired(claims.get()) ? new Refused(Reason.EXPIRED) : approved(claims.get());
        } catch (ParseException | JOSEException | RuntimeException notOneOfOurs) {
            // Whatever cannot be read approves nothing; what it says is not for the log.
            return new Refused(Reason.INVALID);
        }
    }

    private Optional<JWTClaimsSet> genuine(String approval) throws ParseException, JOSEException {
        var token = SignedJWT.parse(approval);
        var header = token.getHeader();
        if (!TYPE.equals(header.getType())
                || !JWSAlgorithm.HS256.equals(header.getAlgorithm())
                || !token.verify(signature)) {
            return Optional.empty();
        }
        var claims = token.getJWTClaimsSet();
        return issuer.equals(claims.getIssuer()) && AUDIENCE.equals(claims.getAudience())
                ? Optional.of(claims)
                : Optional.empty();
    }

    private boolean hasExpired(JWTClaimsSet claims) {
        return !clock.instant().isBefore(claims.getExpirationTime().toInstant());
    }

    private static Verdict approved(JWTClaimsSet claims) throws ParseException {
        return new Approved(
                new ApprovalId(UUID.fromString(claims.getJWTID())),
                owner(claims.getSubject()),
                wholeNumber(claims.getClaim("generation")),
                owner(claims.getStringClaim("payee_id")),
                requireNonNull(claims.getStringClaim("payee_name"), "payee_name"));
    }

    private static Operation approvedBy(JWTClaimsSet claims) throws ParseException {
        var person = owner(claims.getSubject());
        var amount = new Money(wholeNumber(claims.getClaim("amount")), Currency.of(claims.getStringClaim("currency")));
        return switch (claims.getStringClaim("operation")) {
            case "purchase" ->
                new Operation.Purchase(
                        person,
                        owner(claims.getStringClaim("payee_id")),
                        amount,
                        new OrderId(UUID.fromString(claims.getStringClaim("order_id"))));
            case "transfer" -> {
                requireNoOrder(claims);
                yield new Operation.Transfer(person, claims.getStringClaim("payee_username"), amount);
            }
            default -> throw new IllegalArgumentException("There is no such operation");
        };
    }

    private static OwnerId owner(String claim) {
        return new OwnerId(UUID.fromString(claim));
    }

    private static void requireNoOrder(JWTClaimsSet claims) {
        if (claims.getClaim("order_id") != null) {
            throw new IllegalArgumentException("An order is not paid by a transfer");
        }
    }

    /** The library would cut a fraction off. */
    private static long wholeNumber(Object claim) {
        if (claim instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("A claim that should be a whole number is none");
    }
}
