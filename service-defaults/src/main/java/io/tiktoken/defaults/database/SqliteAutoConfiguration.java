package io.tiktoken.defaults.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tiktoken.defaults.runtime.MonotonicClock;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.Location;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.spel.spi.EvaluationContextExtension;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/** A service that names a {@code tiktoken.database.file} gets that file, and nothing that could bypass its writer. */
@AutoConfiguration(
        before = {
            DataSourceAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            DataJdbcRepositoriesAutoConfiguration.class
        })
@ConditionalOnProperty("tiktoken.database.file")
@EnableConfigurationProperties({DatabaseSettings.class, PurgeSettings.class})
public class SqliteAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SqliteAutoConfiguration.class);

    @Bean
    DatabaseFile databaseFile(DatabaseSettings settings, @Value("${spring.application.name}") String owner) {
        return DatabaseFile.open(settings.file(), owner);
    }

    @Bean
    SqliteDataSources sqliteDataSources(DatabaseFile file, DatabaseSettings settings) {
        return new SqliteDataSources(file, settings);
    }

    @Bean(destroyMethod = "") // The pools behind it are closed by their owner.
    DataSource dataSource(SqliteDataSources sources) {
        return sources.routed();
    }

    @Bean
    JdbcDialect jdbcDialect() {
        return new SqliteDialect();
    }

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        return new RowConversions(dialect);
    }

    @Bean
    EvaluationContextExtension clockEvaluationContextExtension(Clock clock) {
        return new ClockEvaluationContextExtension(clock);
    }

    /** Reads rows with the same conversions as the repositories. */
    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcOperations operations, JdbcCustomConversions rows) {
        var conversions = new DefaultConversionService();
        rows.registerConvertersIn(conversions);
        return JdbcClient.create(operations, conversions);
    }

    @Bean
    SQLExceptionTranslator sqlExceptionTranslator() {
        return new SqliteExceptionTranslator();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, SQLExceptionTranslator translator) {
        return new SqliteTransactionManager(dataSource, translator);
    }

    @Bean
    @DependsOnDatabaseInitialization
    SingleWriter singleWriter(
            PlatformTransactionManager transactionManager,
            SqliteDataSources sources,
            DatabaseSettings settings,
            ObjectProvider<MeterRegistry> meters) {
        return new SingleWriter(
                transactionManager, sources::renewWriter, settings, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    SingleWriterHealthIndicator singleWriterHealthIndicator(SingleWriter writer) {
        return new SingleWriterHealthIndicator(writer);
    }

    /** What a timer's turn fails with is logged, and the next turn tries again. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer timerFailures() {
        return timers -> timers.setErrorHandler(failure -> {
            if (failure instanceof WriteUnavailableException || failure instanceof DataAccessException) {
                log.warn("A timer could not do its work and will try again: {}", failure.toString());
            } else {
                log.error("A timer failed unexpectedly and will try again", failure);
            }
        });
    }

    /** The table of the {@link PurgeClock}, besides the tables that the service names itself. */
    @Bean
    FlywayConfigurationCustomizer purgeClockTable() {
        return flyway -> flyway.locations(Stream.concat(
                        Arrays.stream(flyway.getLocations()).map(Location::getDescriptor),
                        Stream.of("classpath:db/purge"))
                .toArray(String[]::new));
    }

    @Bean
    @DependsOnDatabaseInitialization
    PurgeClock purgeClock(
            SingleWriter writer,
            JdbcClient jdbc,
            Clock clock,
            MonotonicClock monotonicClock,
            ObjectProvider<MeterRegistry> meters) {
        return new PurgeClock(writer, jdbc, clock, monotonicClock, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Purge purge(SingleWriter writer, PurgeClock clock, PurgeSettings settings) {
        return new Purge(writer, clock, settings);
    }
}
