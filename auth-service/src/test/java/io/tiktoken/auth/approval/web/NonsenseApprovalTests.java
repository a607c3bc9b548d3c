package io.tiktoken.auth.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonsenseApprovalTests {

    static final String PURCHASE =
            "{'type':'purchase','payee':'SHOP','amount':{'amount':1,'currency':'TTK'},'orderId':'SHOP'}";

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient jdbc;

    Caller.Registered alice;
    String token;

    @BeforeAll
    void logAliceIn() {
        alice = caller.register();
        token = caller.personToken(alice);
    }

    @AfterAll
    void noneOfThemCostATry() {
        assertThat(jdbc.sql("SELECT tries FROM pins WHERE user_id = ?")
                        .param(alice.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'purchase','payee':'SHOP','amount':{'amount':0,'currency':'TTK'},'orderId':'SHOP'}",
                "{'type':'purchase','payee':'SHOP','amount':{'amount':-1,'currency':'TTK'},'orderId':'SHOP'}",
                "{'type':'purchase','payee':'SHOP','amount':{'amount':1.5,'currency':'TTK'},'orderId':'SHOP'}",
                "{'type':'purchase','payee':'SHOP','amount':{'amount':1,'currency':'SGD'},'orderId':'SHOP'}",
                "{'type':'purchase','payee':'SHOP','amount':{'amount':1,'currency':'TTK'}}",
                "{'type':'purchase','payee':'SHOP','orderId':'SHOP'}",
                "{'type':'transfer','payee':'SHOP','amount':{'amount':1,'currency':'TTK'},'orderId':'SHOP'}",
                "{'type':'gift','payee':'SHOP','amount':{'amount':1,'currency':'TTK'}}",
                "{'type':'transfer','payee':'alice','amount':{'amount':1,'currency':'TTK'}}",
                "{}"
            })
    void whatMakesNoSenseIsRefusedAndCostsNoTry(String operation) {
        assertThat(approve("000000", operation)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６"})
    void whatIsNoPinIsRefusedWithoutBeingRepeated(String pin) throws Exception {
        var answer = approve(pin, PURCHASE);

        assertThat(answer).hasStatus(400);
        if (!pin.isEmpty()) {
            assertThat(answer.getResponse().getContentAsString()).doesNotContain(pin);
        }
    }

    private MvcTestResult approve(String pin, String operation) {
        var body = "{'pin':'%s','operation':%s}"
                .formatted(pin, operation)
                .replace('\'', '"')
                .replace("SHOP", "00000000-0000-7000-8000-000000000001");
        return caller.postText("/api/approvals", body, token);
    }
}
