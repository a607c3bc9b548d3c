package io.tiktoken.defaults.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler for machine clients of the API, or a controller of such handlers. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForClients {

    /** The scope that the client's token must carry, such as {@code cash:accept}. */
    String value();
}
