package io.tiktoken.wallet.approval;

import io.tiktoken.wallet.ledger.OwnerId;
import java.util.Locale;

/** What an approval is worth for one operation. */
public sealed interface Verdict {

    /**
     * It approves exactly this.
     *
     * @param approval its id, which must be spent together with the effect
     * @param person who gave it
     * @param generation higher after every renewal of what it was given with, 0 before the first
     * @param payee whose wallet the money goes to
     * @param payeeName who the person saw that the money goes to
     */
    record Approved(ApprovalId approval, OwnerId person, long generation, OwnerId payee, String payeeName)
            implements Verdict {}

    record Refused(Reason reason) implements Verdict {}

    /** Why an approval is not accepted. */
    enum Reason {
        /** Forged, or for something else. */
        INVALID,
        /** Past its time, or from before a renewal. */
        EXPIRED,
        /** Its one effect exists already. */
        USED;

        public String code() {
            return "approval_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
