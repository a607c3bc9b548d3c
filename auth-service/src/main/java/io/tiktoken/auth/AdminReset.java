package io.tiktoken.auth;

import io.tiktoken.auth.administration.ResetAdministrator;
import io.tiktoken.auth.administration.ResetAdministrator.Outcome.NotAnAdministrator;
import io.tiktoken.auth.administration.ResetAdministrator.Outcome.Reset;
import io.tiktoken.auth.user.Username;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * Another way to run the program: {@code admin-reset [username]} brings one administrator back and ends. Whoever can
 * do that has the machine and the database to themselves; over the network there is nothing to call.
 */
final class AdminReset {

    private static final String COMMAND = "admin-reset";
    private static final String DEFAULT = "admin";
    private static final int DONE = 0;
    private static final int REFUSED = 2;

    private AdminReset() {}

    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** The exit code; the sentence for the operator goes to standard error, beside the log. */
    static int run(SpringApplication service, String... arguments) {
        var username = arguments.length > 1 ? arguments[1] : DEFAULT;
        service.setWebApplicationType(WebApplicationType.NONE);
        service.setLazyInitialization(true); // Only what it takes: no doors, no timers.
        try (var context = service.run()) {
            return switch (context.getBean(ResetAdministrator.class).reset(Username.typed(username))) {
                case Reset(var file) -> say(DONE, "The new password of %s is in %s.".formatted(username, file));
                case NotAnAdministrator() ->
                    say(REFUSED, "There is no administrator called '%s'; nothing was changed.".formatted(username));
            };
        }
    }

    private static int say(int exitCode, String sentence) {
        System.err.println(sentence);
        return exitCode;
    }
}
