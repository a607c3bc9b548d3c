package io.tiktoken.launcher.terminal;

/** Ends the command with exit code 1; the message is the sentence for the operator. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String sentence) {
        super(sentence);
    }

    public static Failure misuse(String what) {
        return new Failure(what + " (./tiktoken help lists what there is)");
    }
}
