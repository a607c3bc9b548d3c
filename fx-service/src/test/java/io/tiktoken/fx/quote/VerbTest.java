package io.tiktoken.fx.quote;

import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.fx.rate.StoredRates;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The verbs of quoting on a real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@EnableConfigurationProperties(QuoteSettings.class)
@Import({StoredRates.class, MakeQuote.class, RedeemQuote.class, GiveBackQuote.class, PurgeQuotes.class})
@interface VerbTest {}
