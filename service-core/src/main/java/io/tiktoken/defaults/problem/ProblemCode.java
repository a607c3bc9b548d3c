package io.tiktoken.defaults.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A refusal that clients can rely on. Each service lists its own in one enum {@code Code}, whose constants say with
 * {@link Means} what they mean. A handler names those that it may answer with in an annotation whose {@code value} is an
 * array of them, and its API document follows from that.
 */
public interface ProblemCode {

    /** What a client is told. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Means {

        HttpStatus status();

        /** For several constants that are one code in different words; the constant's own name unless told. */
        String code() default "";

        /** Tells the reader what happened and, where it helps, what to do. What differs from case to case is a {@code %s}. */
        String sentence();
    }

    /** The constant's. */
    String name();

    /** The constant's enum. */
    Class<?> getDeclaringClass();

    /** Stable, in snake case, such as {@code insufficient_funds}. */
    default String code() {
        var shared = meaning().code();
        return shared.isEmpty() ? name().toLowerCase(Locale.ROOT) : shared;
    }

    /**
     * What the constant says.
     *
     * @throws IllegalStateException when it says nothing
     */
    default Means meaning() {
        try {
            var meaning = getDeclaringClass().getField(name()).getAnnotation(Means.class);
            if (meaning != null) {
                return meaning;
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(
                    "A problem code is a constant of an enum, and %s is none".formatted(this), e);
        }
        throw new IllegalStateException("%s.%s needs @Means".formatted(getDeclaringClass(), name()));
    }

    /**
     * What a client is told.
     *
     * @param words one for each {@code %s} of the sentence
     */
    default Problem problem(Object... words) {
        var meaning = meaning();
        return Problem.of(meaning.status(), code(), meaning.sentence().formatted(words));
    }

    /** For handlers that return their view itself, and so can refuse only by an exception. */
    default ProblemException exception() {
        return problem().exception();
    }

    /** For a refusal that needs no more than its sentence. */
    default ResponseEntity<Object> response(Object... words) {
        return problem(words).response();
    }
}
