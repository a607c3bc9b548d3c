package io.tiktoken.order;

import io.tiktoken.defaults.testing.EveryHandlerTests;
import io.tiktoken.defaults.testing.TestTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

@SpringBootTest
@AutoConfigureMockMvc
@Import({TestTokens.class, FakeNeighbours.class})
class OrderHandlerTests extends EveryHandlerTests {}
