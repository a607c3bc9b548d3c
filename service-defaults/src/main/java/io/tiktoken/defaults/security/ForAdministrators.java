package io.tiktoken.defaults.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler for administrators (role {@code ADMIN}), or a controller of such handlers. Each may look; only who logged in
 * with a second factor may call what is mapped to another method than GET.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAdministrators {}
