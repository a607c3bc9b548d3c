package io.tiktoken.wallet;

import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.wallet.adjustment.AbleAdministrators;
import java.util.Set;
import java.util.UUID;

/** auth-service's knowledge of who administers, in the test's hand. */
public class FakeAdministrators implements AbleAdministrators {

    private volatile Answer answer = new Answer.NoAnswer();

    /** These, and nobody else. */
    public void are(UUID... ids) {
        areAbleOf(ids.length, ids);
    }

    /** These are able, of so many who hold the role. */
    public void areAbleOf(int holders, UUID... able) {
        answer = new Answer.Known(new Signatories(Set.of(able), holders));
    }

    public void fallSilent() {
        answer = new Answer.NoAnswer();
    }

    @Override
    public Answer now() {
        return answer;
    }
}
