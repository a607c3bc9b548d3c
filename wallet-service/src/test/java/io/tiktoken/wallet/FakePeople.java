package io.tiktoken.wallet;

import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.moneyrequest.Party;
import io.tiktoken.wallet.moneyrequest.People;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** auth-service's knowledge of people, in the test's hand. */
public class FakePeople implements People {

    private final Map<String, Party> people = new ConcurrentHashMap<>();
    private volatile boolean silent;

    public UUID registered(String username, UUID id) {
        people.put(username, new Party(new OwnerId(id), username, username + " (•••)"));
        return id;
    }

    public void fallSilent() {
        silent = true;
    }

    public void speakAgain() {
        silent = false;
    }

    @Override
    public Answer called(String username) {
        NoTransaction.isOpen();
        return silent
                ? new Answer.NoAnswer()
                : Optional.ofNullable(people.get(username))
                        .<Answer>map(Answer.Found::new)
                        .orElseGet(Answer.Nobody::new);
    }
}
