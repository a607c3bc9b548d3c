package io.tiktoken.auth;

import io.tiktoken.auth.administration.ResetAdministrator;
import io.tiktoken.auth.administration.ResetAdministrator.Outcome.NotAnAdministrator;
import io.tiktoken.auth.administration.ResetAdministrator.Outcome.Reset;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.key.KeyCipher;
import io.tiktoken.auth.registration.OperatorsNote;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.Username;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * Another way to run the program: {@code admin-reset [username]} brings one administrator back and ends. Of the service
 * there is only what that takes, so no doors, no timers, and nothing else that runs by itself. Whoever can do it has the machine
 * and the database to themselves; over the network there is nothing to call.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {
                        Authenticators.class,
                        KeyCipher.class,
                        OperatorsNote.class,
                        Passwords.class,
                        ResetAdministrator.class,
                        SecurityEvents.class
                    }),
            // How passwords are hashed; by name, because nothing here refers to configuration.
            @Filter(type = FilterType.REGEX, pattern = "io\\.tiktoken\\.auth\\.config\\.PasswordConfiguration")
        })
final class AdminReset {

    static final int DONE = 0;
    static final int REFUSED = 2;

    private static final String COMMAND = "admin-reset";
    private static final String DEFAULT_USERNAME = "admin";

    AdminReset() {} // Made by Spring, as the root of what is found.

    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** The exit code; the sentence for the operator goes to standard error, beside the log. */
    static int run(String... arguments) {
        var words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
        var username = words.size() > 1 ? words.get(1) : DEFAULT_USERNAME;
        var program = new SpringApplication(AdminReset.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setLazyInitialization(true);
        try (var context = program.run(arguments)) {
            return switch (context.getBean(ResetAdministrator.class).reset(Username.typed(username))) {
                case Reset(var file) -> say(DONE, "The new password of %s is in %s:".formatted(username, file));
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
