package io.tiktoken.defaults.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.relational.core.dialect.AbstractDialect;
import org.springframework.data.relational.core.dialect.IdGeneration;
import org.springframework.data.relational.core.dialect.LimitClause;
import org.springframework.data.relational.core.dialect.LockClause;
import org.springframework.data.relational.core.sql.LockOptions;

/** How Spring Data JDBC speaks to SQLite: UUIDs as text, instants as epoch milliseconds, no row locks. */
final class SqliteDialect extends AbstractDialect implements JdbcDialect {

    @Override
    public String getName() {
        return "SQLite";
    }

    @Override
    public LimitClause limit() {
        return new LimitClause() {
            @Override
            public String getLimit(long limit) {
                return "LIMIT " + limit;
            }

            @Override
            public String getOffset(long offset) {
                return "LIMIT -1 OFFSET " + offset;
            }

            @Override
            public String getLimitOffset(long limit, long offset) {
                return "LIMIT %d OFFSET %d".formatted(limit, offset);
            }

            @Override
            public LimitClause.Position getClausePosition() {
                return LimitClause.Position.AFTER_ORDER_BY;
            }
        };
    }

    /** A write transaction holds the whole database anyway. */
    @Override
    public LockClause lock() {
        return new LockClause() {
            @Override
            public String getLock(LockOptions lockOptions) {
                return "";
            }

            @Override
            public LockClause.Position getClausePosition() {
                return LockClause.Position.AFTER_ORDER_BY;
            }
        };
    }

    /** The driver returns only the last generated key of a batch. */
    @Override
    public IdGeneration getIdGeneration() {
        return new IdGeneration() {
            @Override
            public boolean supportedForBatchOperations() {
                return false;
            }
        };
    }

    @Override
    public Collection<Object> getConverters() {
        return List.of(
                UuidToText.INSTANCE,
                TextToUuid.INSTANCE,
                InstantToMillis.INSTANCE,
                MillisToInstant.INSTANCE,
                NumberToBoolean.INSTANCE,
                DecimalToText.INSTANCE,
                TextToDecimal.INSTANCE);
    }

    @WritingConverter
    enum UuidToText implements Converter<UUID, String> {
        INSTANCE;

        @Override
        public String convert(UUID source) {
            return source.toString();
        }
    }

    @ReadingConverter
    enum TextToUuid implements Converter<String, UUID> {
        INSTANCE;

        @Override
        public UUID convert(String source) {
            return UUID.fromString(source);
        }
    }

    @WritingConverter
    enum InstantToMillis implements Converter<Instant, Long> {
        INSTANCE;

        @Override
        public Long convert(Instant source) {
            return source.toEpochMilli();
        }
    }

    /** The driver returns what fits into it as an {@link Integer}. */
    @ReadingConverter
    enum MillisToInstant implements Converter<Number, Instant> {
        INSTANCE;

        @Override
        public Instant convert(Number source) {
            return Instant.ofEpochMilli(source.longValue());
        }
    }

    @ReadingConverter
    enum NumberToBoolean implements Converter<Number, Boolean> {
        INSTANCE;

        @Override
        public Boolean convert(Number source) {
            return source.intValue() != 0;
        }
    }

    @WritingConverter
    enum DecimalToText implements Converter<BigDecimal, String> {
        INSTANCE;

        @Override
        public String convert(BigDecimal source) {
            return source.toPlainString();
        }
    }

    @ReadingConverter
    enum TextToDecimal implements Converter<String, BigDecimal> {
        INSTANCE;

        @Override
        public BigDecimal convert(String source) {
            return new BigDecimal(source);
        }
    }
}
