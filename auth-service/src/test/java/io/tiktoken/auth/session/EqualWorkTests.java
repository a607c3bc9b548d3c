package io.tiktoken.auth.session;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The real hashing, watched: every refused log-in costs exactly one comparison of the same strength. */
@VerbTest
class EqualWorkTests {

    @MockitoSpyBean
    PasswordEncoder encoder;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Test
    void aKnownNameAnUnknownOneAndAnImpossibleOneCostTheSame() {
        var alice = people.someone().user().username();

        assertCostsOneHash(alice.value());
        assertCostsOneHash("nobody-here");
        assertCostsOneHash("'; --");
    }

    private void assertCostsOneHash(String name) {
        clearInvocations(encoder);

        logIn.logIn(new LogIn.Request(name, "not the password", Optional.empty(), DeviceName.UNKNOWN), People.CALLER);

        verify(encoder, times(1)).matches(any(), startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}
