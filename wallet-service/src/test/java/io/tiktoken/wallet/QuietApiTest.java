package io.tiktoken.wallet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** An {@link ApiTest} with a database that other tests leave alone, and that is soon tired of waiting for a lock. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiTest
@TestPropertySource(properties = "tiktoken.database.busy-timeout=200ms")
public @interface QuietApiTest {}
