package io.tiktoken.defaults.text;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Refuses strings that are no text: JSON can write half of a surrogate pair ({@code "\ud800"}), which has no encoding,
 * so that two different strings would become one on their way to the disk or into a hash.
 */
public final class WellFormedStringDeserializer extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = super.deserialize(parser, context);
        return text == null || isWellFormed(text)
                ? text
                : (String)
                        context.handleWeirdStringValue(String.class, text, "half of a surrogate pair is no character");
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
