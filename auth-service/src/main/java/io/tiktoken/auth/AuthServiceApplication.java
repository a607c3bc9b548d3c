package io.tiktoken.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or resets an administrator, and does nothing else. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthServiceApplication {

    public static void main(String[] args) {
        if (AdminReset.isMeant(args)) {
            System.exit(AdminReset.run(args));
        }
        SpringApplication.run(AuthServiceApplication.class, args);
    }
}
