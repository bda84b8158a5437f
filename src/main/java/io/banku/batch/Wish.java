package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;

/**
 * A decision that somebody asks for and somebody else has to approve of. The last one about a batch counts.
 *
 * @param withdrawn by whom and why; null while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wish(String feed, String batch, Decision decision, Grounds withdrawn) {

    public static Wish of(Decision decision) {
        return new Wish(decision.feed(), decision.batch(), decision, null);
    }

    public Wish withdrawn(Grounds why) {
        return new Wish(feed, batch, decision, why);
    }

    /**
     * Why it cannot be approved of any more: what would be carried out is not what was asked for.
     *
     * @param lastRepair the last thing that was said about rejects of the batch as it is now, or null
     */
    Optional<String> isVoid(Batch now, String lastRepair) {
        if (decision.revision() != now.revision()) {
            return Optional.of("the batch has moved since");
        }
        return Objects.equals(decision.corrections(), lastRepair)
                ? Optional.empty()
                : Optional.of("a reject was decided about since");
    }
}
