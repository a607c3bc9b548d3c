package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five guesses at a PIN are all that anybody gets, however they are made. */
@InTheShop
class PinLockTests {

    private static final int GUESSES = 200;
    private static final int MOST_TRIES = 5;

    private final Shop shop;
    private final Customer alice;
    private final UUID payee;

    PinLockTests(Shop shop) {
        this.shop = shop;
        this.alice = Customer.registers(shop, "alice");
        this.payee = Customer.registers(shop, "bob").id();
    }

    @Test
    void twoHundredGuessesAtOnceAreStillFiveAndTheLockOutlivesTheService() throws Exception {
        var right = 1;
        var answers = allAtOnce(pinsWithTheRightOne());

        var approved = answers.stream().filter(answer -> answer.status() == 201).count();
        var compared = answers.stream().filter(answer -> answer.status() == 403).toList();
        var locked = answers.stream().filter(answer -> answer.status() == 423).toList();
        var early = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(compared).allSatisfy(answer -> answer.expectProblem(403, "pin_incorrect"));
        assertThat(locked).allSatisfy(answer -> answer.expectProblem(423, "pin_locked"));
        // Tries are checked one after the other; whoever would wait too long may come again.
        assertThat(early).allSatisfy(answer -> answer.expectProblem(429, "too_many_requests"));
        assertThat(approved + compared.size() + locked.size() + early.size()).isEqualTo(GUESSES + right);
        // Where the right PIN came among the first, counting began anew after it.
        assertThat(compared).hasSizeLessThanOrEqualTo(approved == 1 ? 2 * MOST_TRIES - 1 : MOST_TRIES);
        approvingWith(alice.pin()).expectProblem(423, "pin_locked");

        shop.kill(Part.AUTH);
        shop.start(Part.AUTH);

        approvingWith(alice.pin()).expectProblem(423, "pin_locked");

        var fresh = alice.getsNewPin();

        approvingWith(fresh).expect(201);
        approvingWith(alice.pin()).expectProblem(403, "pin_incorrect");
    }

    private List<String> pinsWithTheRightOne() {
        var pins = new ArrayList<>(IntStream.range(0, 1_000_000)
                .mapToObj("%06d"::formatted)
                .filter(guess -> !guess.equals(alice.pin()))
                .limit(GUESSES)
                .toList());
        pins.add(alice.pin());
        Collections.shuffle(pins);
        return pins;
    }

    private List<Answer> allAtOnce(List<String> pins) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = pins.stream()
                    .<Callable<Answer>>map(pin -> () -> approvingWith(pin))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : hands.invokeAll(tries)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Answer approvingWith(String pin) {
        return alice.asksForTransferApproval(Map.of("pin", pin), payee, "1.00");
    }
}
