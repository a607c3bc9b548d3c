package io.tiktoken.fx.rate;

/** Somebody who publishes exchange rates. */
public interface RateProvider {

    /** What asking led to; never an exception for anything that the other side did or failed to do. */
    sealed interface Answer {

        record Offered(Offer offer) implements Answer {}

        /**
         * There is nothing to judge.
         *
         * @param why for the operator: what happened, without anything that the other side has written
         */
        record Nothing(String why) implements Answer {}
    }

    Source source();

    /** Asks once, which may take long: never on a request's thread, never inside a write. */
    Answer ask();
}
