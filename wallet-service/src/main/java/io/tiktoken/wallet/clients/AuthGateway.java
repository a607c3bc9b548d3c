package io.tiktoken.wallet.clients;

import io.tiktoken.defaults.neighbour.Answer.No;
import io.tiktoken.defaults.neighbour.Answer.Unclear;
import io.tiktoken.defaults.neighbour.Answer.Yes;
import io.tiktoken.defaults.neighbour.Contract;
import io.tiktoken.defaults.neighbour.Neighbour;
import io.tiktoken.defaults.neighbour.Neighbours;
import io.tiktoken.defaults.outbox.Receiver;
import io.tiktoken.wallet.adjustment.AbleAdministrators;
import io.tiktoken.wallet.anchor.Anchor;
import io.tiktoken.wallet.anchor.Notary;
import io.tiktoken.wallet.audit.AuditEvent;
import io.tiktoken.wallet.audit.Auditor;
import io.tiktoken.wallet.clients.AuthClient.Able;
import io.tiktoken.wallet.clients.AuthClient.Head;
import io.tiktoken.wallet.clients.AuthClient.Recorded;
import io.tiktoken.wallet.clients.AuthClient.Report;
import io.tiktoken.wallet.clients.AuthClient.User;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.moneyrequest.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * auth-service in our words: it knows people and administrators, and puts on record what must not be changed unseen.
 * Whatever is not clearly its answer is none.
 */
@Component
class AuthGateway implements AbleAdministrators, Auditor, Notary, People {

    private static final Logger log = LoggerFactory.getLogger(AuthGateway.class);

    private static final Contract ADMINISTRATORS = Contract.of();
    private static final Contract REPORT = Contract.of("409 body_differs");
    private static final Contract ANCHOR = Contract.of("409 anchor_differs");
    private static final Contract LATEST_ANCHOR = Contract.of("404 not_found");
    private static final Contract USER = Contract.of("404 not_found");

    private final AuthClient client;
    private final Neighbour auth;

    AuthGateway(AuthClient client, Neighbours neighbours) {
        this.client = client;
        this.auth = neighbours.called("auth");
    }

    @Override
    public AbleAdministrators.Answer now() {
        var able = auth.ask(ADMINISTRATORS, client::ableAdministrators).map(Able::toSignatories);
        if (able instanceof Yes(var signatories)) {
            return new AbleAdministrators.Answer.Known(signatories);
        }
        log.warn("auth-service does not say who is able to administer; the administrator may ask again: {}", able);
        return new AbleAdministrators.Answer.NoAnswer();
    }

    /** Only 204 says that it is on record. */
    @Override
    public Receiver.Answer tell(AuditEvent event) {
        return switch (auth.ask(REPORT, () -> client.report(event.id(), Report.of(event)))) {
            case Yes(var answer) when answer.getStatusCode() == HttpStatus.NO_CONTENT -> Receiver.Answer.TAKEN;
            case No<?> _ -> Receiver.Answer.DIFFERS;
            case Yes<?> unclear -> untold(event, unclear);
            case Unclear<?> unclear -> untold(event, unclear);
        };
    }

    private static Receiver.Answer untold(AuditEvent event, Object unclear) {
        log.warn("auth-service did not take {} {} down; it will be told again: {}", event.kind(), event.id(), unclear);
        return Receiver.Answer.NO_ANSWER;
    }

    @Override
    public Notary.Answer keep(ChainHead head) {
        var answer = auth.ask(
                        ANCHOR,
                        () -> client.anchor(head.height(), new Head(head.hash().hex())))
                .map(recorded -> kept(recorded, head));
        return switch (answer) {
            case Yes(var kept) -> kept;
            case No<?> _ -> new Notary.Answer.Differs();
            case Unclear<?> unclear -> {
                log.warn("auth-service did not put the ledger's head on record; it will be tried again: {}", unclear);
                yield new Notary.Answer.NoAnswer();
            }
        };
    }

    /** A receipt for anything else is none. */
    private static Notary.Answer kept(Recorded recorded, ChainHead head) {
        var anchor = recorded.toAnchor();
        if (recorded.receipt() == null || !anchor.head().equals(head)) {
            throw new IllegalArgumentException("No receipt for what was sent");
        }
        return new Notary.Answer.Kept(anchor, recorded.receipt());
    }

    @Override
    public Notary.Latest latest() {
        return switch (auth.ask(LATEST_ANCHOR, client::latestAnchor).map(Recorded::toAnchor)) {
            case Yes<Anchor>(var anchor) -> new Notary.Latest.Found(anchor);
            case No<?> _ -> new Notary.Latest.Nothing();
            case Unclear<?> unclear -> {
                log.debug("auth-service does not tell the latest anchor: {}", unclear);
                yield new Notary.Latest.NoAnswer();
            }
        };
    }

    @Override
    public People.Answer called(String username) {
        return switch (auth.ask(USER, () -> client.user(username)).map(User::toParty)) {
            case Yes(var party) -> new People.Answer.Found(party);
            case No<?> _ -> new People.Answer.Nobody();
            case Unclear<?> unclear -> {
                log.warn("auth-service does not say who somebody is; the client may ask again: {}", unclear);
                yield new People.Answer.NoAnswer();
            }
        };
    }
}
