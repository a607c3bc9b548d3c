package io.tiktoken.wallet.approval.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.wallet.approval.Verdict;
import org.springframework.http.HttpStatus;

/** Says why an approval was not accepted. */
public final class ApprovalProblems {

    private ApprovalProblems() {}

    public static Problem of(Verdict.Reason reason) {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                reason.code(),
                switch (reason) {
                    case INVALID -> "The approval is not for this, or not genuine";
                    case EXPIRED -> "The approval has expired; approve again";
                    case USED -> "The approval was used already; approve again";
                });
    }
}
