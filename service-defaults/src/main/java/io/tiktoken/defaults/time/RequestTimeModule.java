package io.tiktoken.defaults.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** The times in JSON: as text and in the range that requests may name. A number is refused, it could be of any unit. */
public final class RequestTimeModule extends SimpleModule {

    public RequestTimeModule() {
        super("request-times");
        read(Instant.class, RequestTimes::instant);
        read(LocalDate.class, RequestTimes::day);
        read(YearMonth.class, RequestTimes::month);
    }

    private <T> void read(Class<T> type, Function<String, T> reader) {
        addDeserializer(type, new TextDeserializer<>(type, reader));
    }

    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> reader;

        TextDeserializer(Class<T> type, Function<String, T> reader) {
            super(type);
            this.type = type;
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            var text = parser.getString();
            try {
                return reader.apply(text);
            } catch (UnusableTimeException unusable) {
                throw context.weirdStringException(text, type, String.valueOf(unusable.getMessage()));
            }
        }
    }
}
