package io.tiktoken.auth.administration;

import io.tiktoken.auth.VerbTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of verbs on a database of its own, so that nobody else's administrators are in the way. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@VerbTest
@Import(Staff.class)
@interface AdministrationTest {}
