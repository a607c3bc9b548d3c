package io.tiktoken.auth.renewal;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import org.springframework.context.annotation.Primary;

/** For tests that undo what they did: their verbs run inside one transaction, in which no neighbour may be told. */
@Primary
public class EndsNothing extends EndApprovals {

    EndsNothing(
            Generations generations, Payments payments, RenewalSettings settings, SingleWriter writer, Clock clock) {
        super(generations, payments, settings, writer, clock);
    }

    @Override
    public void of(UserId user) {
        // Nobody gives an approval there.
    }
}
