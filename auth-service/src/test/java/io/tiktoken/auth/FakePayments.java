package io.tiktoken.auth;

import io.tiktoken.auth.renewal.Payments;
import io.tiktoken.auth.user.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** wallet-service in the test's hand: it ends whatever it is told to end, unless it is silent. */
@TestComponent
@Primary
public class FakePayments implements Payments {

    private final Map<UserId, Long> oldest = new ConcurrentHashMap<>();
    private volatile boolean silent;

    public void fallSilent() {
        silent = true;
    }

    public void speakAgain() {
        silent = false;
    }

    /** The oldest generation of this person's approvals that it takes. */
    public long oldestOf(UserId user) {
        return oldest.getOrDefault(user, 0L);
    }

    @Override
    public Answer endBefore(UserId user, long generation) {
        if (silent) {
            return Answer.NO_ANSWER;
        }
        oldest.merge(user, generation, Math::max);
        return Answer.ENDED;
    }
}
