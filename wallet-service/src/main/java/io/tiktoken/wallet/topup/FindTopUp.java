package io.tiktoken.wallet.topup;

import io.tiktoken.wallet.ledger.OwnerId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows people their own top-ups. */
@Service
public class FindTopUp {

    private final TopUps topUps;

    FindTopUp(TopUps topUps) {
        this.topUps = topUps;
    }

    @Transactional(readOnly = true)
    public Optional<TopUp> find(TopUpId id, OwnerId owner) {
        return topUps.find(id).filter(topUp -> topUp.owner().equals(owner));
    }
}
