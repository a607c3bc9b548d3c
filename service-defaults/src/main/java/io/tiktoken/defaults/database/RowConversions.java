package io.tiktoken.defaults.database;

import static java.util.Objects.requireNonNull;

import io.tiktoken.defaults.money.Currency;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterRegistry;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.util.ReflectionUtils;

/**
 * What stands in one column: what the dialect says, currencies by their code, and every record with a single component,
 * such as a typed id, as that component does. Other records are embedded or have a table of their own.
 */
final class RowConversions extends JdbcCustomConversions {

    /** Asked for with every value of every row, and found by reflection only once. */
    private final ClassValue<Optional<RecordComponent>> onlyComponents = new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            return components != null && components.length == 1 && isSimpleType(components[0].getType())
                    ? Optional.of(components[0])
                    : Optional.empty();
        }
    };

    private final SimpleTypeHolder simpleTypes;

    RowConversions(JdbcDialect dialect) {
        super(storeConversions(dialect), List.of(CurrencyToCode.INSTANCE, CodeToCurrency.INSTANCE));
        this.simpleTypes = new SimpleTypeHolder(Set.of(), super.getSimpleTypeHolder()) {
            @Override
            public boolean isSimpleType(Class<?> type) {
                return onlyComponent(type).isPresent() || super.isSimpleType(type);
            }
        };
    }

    private static StoreConversions storeConversions(JdbcDialect dialect) {
        var converters = new ArrayList<>(dialect.getConverters());
        converters.addAll(JdbcCustomConversions.storeConverters());
        return StoreConversions.of(JdbcSimpleTypes.HOLDER, converters);
    }

    @Override
    public SimpleTypeHolder getSimpleTypeHolder() {
        return simpleTypes;
    }

    @Override
    public boolean isSimpleType(Class<?> type) {
        return simpleTypes.isSimpleType(type);
    }

    @Override
    public Optional<Class<?>> getCustomWriteTarget(Class<?> type) {
        return onlyComponent(type)
                .<Class<?>>map(component -> columnTypeOf(component.getType()))
                .or(() -> super.getCustomWriteTarget(type));
    }

    @Override
    public boolean hasCustomWriteTarget(Class<?> type) {
        return getCustomWriteTarget(type).isPresent();
    }

    @Override
    public boolean hasCustomReadTarget(Class<?> columnType, Class<?> type) {
        return onlyComponent(type).isPresent() || super.hasCustomReadTarget(columnType, type);
    }

    @Override
    public void registerConvertersIn(ConverterRegistry registry) {
        super.registerConvertersIn(registry);
        if (registry instanceof ConversionService conversions) {
            registry.addConverter(new ToRecord(conversions, this));
            registry.addConverter(new FromRecord(conversions, this));
        }
    }

    private Class<?> columnTypeOf(Class<?> type) {
        return getCustomWriteTarget(type).orElse(type);
    }

    private Optional<RecordComponent> onlyComponent(Class<?> type) {
        return onlyComponents.get(type);
    }

    /** What a column holds becomes a record with a single component. */
    private record ToRecord(ConversionService conversions, RowConversions rows) implements ConditionalGenericConverter {

        @Override
        public boolean matches(TypeDescriptor column, TypeDescriptor type) {
            return rows.onlyComponent(type.getType()).isPresent();
        }

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(Object.class, Record.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object column, TypeDescriptor columnType, TypeDescriptor type) {
            if (column == null) {
                return null;
            }
            var component = rows.onlyComponent(type.getType()).orElseThrow();
            var value = conversions.convert(column, component.getType());
            return BeanUtils.instantiateClass(
                    requireNonNull(BeanUtils.getResolvableConstructor(type.getType())), value);
        }
    }

    /** The reverse of {@link ToRecord}. */
    private record FromRecord(ConversionService conversions, RowConversions rows)
            implements ConditionalGenericConverter {

        @Override
        public boolean matches(TypeDescriptor type, TypeDescriptor column) {
            return rows.getCustomWriteTarget(type.getType())
                    .filter(column.getType()::isAssignableFrom)
                    .isPresent();
        }

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(Record.class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor type, TypeDescriptor columnType) {
            if (source == null) {
                return null;
            }
            var accessor = rows.onlyComponent(type.getType()).orElseThrow().getAccessor();
            ReflectionUtils.makeAccessible(accessor);
            return conversions.convert(ReflectionUtils.invokeMethod(accessor, source), columnType.getType());
        }
    }

    @WritingConverter
    enum CurrencyToCode implements Converter<Currency, String> {
        INSTANCE;

        @Override
        public String convert(Currency currency) {
            return currency.code();
        }
    }

    @ReadingConverter
    enum CodeToCurrency implements Converter<String, Currency> {
        INSTANCE;

        @Override
        public Currency convert(String code) {
            return Currency.of(code);
        }
    }
}
