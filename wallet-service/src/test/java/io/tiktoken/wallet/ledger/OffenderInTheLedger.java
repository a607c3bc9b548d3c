package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.limit.Limits;
import io.tiktoken.wallet.transfer.SendTransfer;
import org.springframework.http.HttpStatus;

/** Breaks the rule that the ledger stands by itself, so that a rule which can no longer fail is noticed. */
public class OffenderInTheLedger {
    Limits limits;

    /** As do these. */
    public static class WithAnyOtherNoun {
        SendTransfer sendTransfer;
    }

    public static class WithAPerson {
        Person person;
    }

    public static class WithHttp {
        HttpStatus status;
    }
}
