package io.tiktoken.order.purchase;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import io.tiktoken.defaults.neighbour.Answer.No;
import io.tiktoken.defaults.neighbour.Answer.NoAnswer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps reservations by the truth table that wallet and catalogue both keep to; one test may refuse, silence or expire it. */
public class FakeReservations {

    public enum State {
        RESERVED,
        COMMITTED,
        RELEASED,
        EXPIRED,
        REFUSED,
        GIVEN_BACK
    }

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final AtomicInteger commits = new AtomicInteger();

    private final String name;
    private final Map<UUID, State> states = new ConcurrentHashMap<>();
    private final Map<String, Answer<Done>> scripted = new ConcurrentHashMap<>();
    private volatile @Nullable String refusal;
    private volatile boolean expiresBeforeCommit;
    private volatile Faults faults = Faults.NONE;
    private volatile Runnable whileReserving = () -> {};

    public FakeReservations(String name) {
        this.name = name;
    }

    public void clear() {
        calls.clear();
        scripted.clear();
        commits.set(0);
        refusal = null;
        expiresBeforeCommit = false;
        faults = Faults.NONE;
        whileReserving = () -> {};
    }

    /** From now on every reservation is refused so. */
    public void refuses(String code) {
        refusal = code;
    }

    /** From now on this command is answered so, and has no effect. */
    public void answers(String command, Answer<Done> answer) {
        scripted.put(command, answer);
    }

    public void answersAgain() {
        scripted.clear();
    }

    public void isSilentOn(String command) {
        answers(command, new NoAnswer<>("silence"));
    }

    public void expiresBeforeCommit() {
        expiresBeforeCommit = true;
    }

    public void whileReserving(Runnable happens) {
        whileReserving = happens;
    }

    public void suffers(Faults planned) {
        faults = planned;
    }

    public @Nullable State stateOf(PurchaseId id) {
        return states.get(id.value());
    }

    /** Whether everything that was taken is back where it came from. */
    public boolean holdsNothingOf(PurchaseId id) {
        var state = stateOf(id);
        return state != State.RESERVED && state != State.COMMITTED;
    }

    Answer<Done> reserve(Purchase purchase) {
        return call("reserve", purchase, id -> {
            whileReserving.run();
            return reserve(id);
        });
    }

    Answer<Done> commit(Purchase purchase) {
        return call("commit", purchase, this::commit);
    }

    Answer<Done> release(Purchase purchase) {
        return call("release", purchase, this::release);
    }

    Answer<Done> giveBack(String command, Purchase purchase) {
        return call(command, purchase, this::giveBack);
    }

    private Answer<Done> call(String command, Purchase purchase, Function<UUID, Answer<Done>> effect) {
        calls.add(command);
        return faults.strike(name + " " + command, () -> {
            var answer = scripted.get(command);
            return answer != null ? answer : effect.apply(purchase.id().value());
        });
    }

    private synchronized Answer<Done> reserve(UUID id) {
        if (refusal != null) {
            states.putIfAbsent(id, State.REFUSED);
        }
        return switch (states.get(id)) {
            case null -> become(id, State.RESERVED);
            case RESERVED, COMMITTED -> Answer.done();
            case RELEASED, GIVEN_BACK -> new No<>("already_released");
            case EXPIRED -> new No<>("expired");
            case REFUSED -> new No<>(refusal == null ? "out_of_stock" : refusal);
        };
    }

    private synchronized Answer<Done> commit(UUID id) {
        if (expiresBeforeCommit && states.get(id) == State.RESERVED) {
            states.put(id, State.EXPIRED);
        }
        return switch (states.get(id)) {
            case null -> new No<>("not_reserved");
            case RESERVED -> {
                commits.incrementAndGet();
                yield become(id, State.COMMITTED);
            }
            case COMMITTED -> Answer.done();
            case RELEASED, REFUSED, GIVEN_BACK -> new No<>("already_released");
            case EXPIRED -> new No<>("expired");
        };
    }

    private synchronized Answer<Done> release(UUID id) {
        return switch (states.get(id)) {
            case null -> become(id, State.RELEASED);
            case RESERVED -> become(id, State.RELEASED);
            case RELEASED, EXPIRED, REFUSED -> Answer.done();
            case COMMITTED, GIVEN_BACK -> new No<>("already_committed");
        };
    }

    private synchronized Answer<Done> giveBack(UUID id) {
        return switch (states.get(id)) {
            case COMMITTED -> become(id, State.GIVEN_BACK);
            case GIVEN_BACK -> Answer.done();
            case null, default -> new No<>("exceeds_committed");
        };
    }

    private Answer<Done> become(UUID id, State state) {
        states.put(id, state);
        return Answer.done();
    }
}
