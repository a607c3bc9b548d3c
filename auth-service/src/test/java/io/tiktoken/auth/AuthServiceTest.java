package io.tiktoken.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test of the whole service from its doors inward; only wallet-service, behind it, is in the test's hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@AutoConfigureMockMvc
@Import({Caller.class, FakePayments.class})
public @interface AuthServiceTest {}
