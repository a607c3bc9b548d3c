package io.tiktoken.auth.shownonce.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.KeptAnswers;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Two requests with one key in the very same moment, at one replica and at two of them. */
@VerbTest
class LostAnswersTests {

    @Autowired
    KeptAnswers keptAnswers;

    @Autowired
    SingleWriter writer;

    @Autowired
    JsonMapper json;

    LostAnswers here;
    LostAnswers elsewhere;

    final AtomicInteger effects = new AtomicInteger();
    final String key = UUID.randomUUID().toString();

    @BeforeEach
    void startTwoReplicas() {
        here = new LostAnswers(keptAnswers, writer, json);
        elsewhere = new LostAnswers(keptAnswers, writer, json);
    }

    @Test
    void aRepeatThatOvertakesTheFirstRequestHasToAskAgain() {
        var answer = ask(here, keep -> {
            assertThatThrownBy(() -> ask(here, this::effect))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().detail().getProperties())
                                    .containsEntry("code", "idempotency_key_in_use"));
            return effect(keep);
        });

        assertThat(effects).hasValue(1);
        assertThat(ask(here, this::effect).getBody()).isEqualTo(json.writeValueAsString(answer.getBody()));
        assertThat(effects).hasValue(1);
    }

    @Test
    void aKeyIsFreeAgainWhenItsRequestFailed() {
        assertThatThrownBy(() -> ask(here, _ -> {
                    throw new IllegalStateException("before the effect");
                }))
                .hasMessage("before the effect");

        assertThat(ask(here, this::effect).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void whoIsRefusedBecauseAnotherReplicaWasFasterIsGivenItsAnswer() {
        var answer = ask(here, _ -> {
            ask(elsewhere, this::effect);
            return Problem.of(HttpStatus.CONFLICT, "username_taken", "Somebody has this username already")
                    .response();
        });

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody()).isEqualTo("{\"effect\":1}");
    }

    @Test
    void ofTwoReplicasThatBothHaveTheEffectOneTakesItBackAndShowsTheOthersAnswer() {
        var answer = ask(here, keep -> {
            ask(elsewhere, this::effect);
            return effect(keep);
        });

        assertThat(answer.getBody()).isEqualTo("{\"effect\":1}");
    }

    private ResponseEntity<?> ask(LostAnswers replica, Function<Keep<Integer>, ResponseEntity<?>> work) {
        var request = replica.request("alice", key, "POST", "/api/effects", Map.of());
        return replica.answer(request, LostAnswersTests::shown, work);
    }

    private ResponseEntity<?> effect(Keep<Integer> keep) {
        var effect = effects.incrementAndGet();
        writer.run(() -> keep.keep("alice", effect));
        return shown(effect);
    }

    private static ResponseEntity<?> shown(Integer effect) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("effect", effect));
    }
}
