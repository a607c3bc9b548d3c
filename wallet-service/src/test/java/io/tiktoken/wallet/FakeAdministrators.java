package io.tiktoken.wallet;

import io.tiktoken.wallet.adjustment.AbleAdministrators;
import java.util.Set;
import java.util.UUID;

/** auth-service's knowledge of who is able to administer, in the test's hand. */
public class FakeAdministrators implements AbleAdministrators {

    private volatile Answer answer = new Answer.NoAnswer();

    public void are(UUID... ids) {
        answer = new Answer.Known(Set.of(ids));
    }

    public void fallSilent() {
        answer = new Answer.NoAnswer();
    }

    @Override
    public Answer now() {
        return answer;
    }
}
