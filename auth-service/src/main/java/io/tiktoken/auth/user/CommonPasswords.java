package io.tiktoken.auth.user;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The passwords that everybody tries first. */
@Component
public class CommonPasswords {

    private final Set<String> common;

    CommonPasswords() {
        try {
            common = new ClassPathResource("common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it would be among the first guesses for this person. */
    public boolean include(String password, Username username) {
        var lowerCase = password.strip().toLowerCase(Locale.ROOT);
        return common.contains(lowerCase) || lowerCase.equals(username.value());
    }
}
