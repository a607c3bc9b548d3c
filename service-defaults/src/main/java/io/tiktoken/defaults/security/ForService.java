package io.tiktoken.defaults.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler for another service, under {@code /internal/}, or a controller of such handlers. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForService {

    /** The scope that the service's token must carry, such as {@code funds:reserve}. */
    String value();
}
