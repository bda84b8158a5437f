package io.banku.camel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.banku.batch.Batch;
import io.banku.batch.LedgerIndex;
import io.banku.batch.Wish;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision that waits for somebody else, as it is shown to the outside.
 *
 * @param whyVoid why nobody can approve of it any more; null while somebody can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingWish(
        String action,
        String reason,
        String by,
        Instant at,
        @JsonProperty("void") String whyVoid) {

    static Optional<WaitingWish> of(LedgerIndex ledger, Batch batch) {
        Optional<Wish> wish = ledger.wish(batch);
        return of(wish, wish.flatMap(each -> ledger.isVoid(each, batch)));
    }

    static Optional<WaitingWish> of(Optional<Wish> wish, Optional<String> whyVoid) {
        return wish.map(Wish::decision)
                .map(said -> new WaitingWish(
                        said.action().word(), said.reason(), said.by(), said.at(), whyVoid.orElse(null)));
    }
}
