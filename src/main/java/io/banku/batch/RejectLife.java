package io.banku.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where one reject stands by all that was said about it, in that order. Immutable.
 *
 * @param correction the last one, or null
 * @param request to resubmit it, that is not answered yet, or null
 * @param asked the correction that the request means: one that came later is another matter
 * @param repaired what came of the last request that was answered, or null
 * @param said everything, oldest first
 */
public record RejectLife(
        State state, Repair correction, Repair request, Repair asked, Repaired repaired, List<Repair> said) {
    public enum State {
        OPEN,
        CORRECTED,
        /** It is to be resubmitted, and the owner of its feed has not done it yet. */
        REQUESTED,
        PUBLISHED,
        SKIPPED,
        DISMISSED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its record is in the log, or needs not be: nothing more can become of it. */
        public boolean isFinal() {
            return this == PUBLISHED || this == SKIPPED;
        }
    }

    static final RejectLife NEW = new RejectLife(State.OPEN, null, null, null, null, List.of());

    /** After this was said, too. */
    public RejectLife with(Repair next) {
        List<Repair> all = new ArrayList<>(said);
        all.add(next);
        if (state.isFinal()) {
            return new RejectLife(state, correction, null, null, repaired, List.copyOf(all));
        }
        return switch (next.action()) {
            case CORRECT ->
                new RejectLife(
                        request == null ? State.CORRECTED : state, next, request, asked, repaired, List.copyOf(all));
            case RESUBMIT -> new RejectLife(State.REQUESTED, correction, next, correction, repaired, List.copyOf(all));
            case DISMISS -> new RejectLife(State.DISMISSED, null, null, null, repaired, List.copyOf(all));
        };
    }

    /** Its batch was published with its correction. */
    public RejectLife inLog() {
        return new RejectLife(State.PUBLISHED, correction, null, null, repaired, said);
    }

    /**
     * What is in the log is there, whatever was said between the request and its answer: who asked again meanwhile, or took it back,
     * came too late. That it is a reject still answers the open request alone.
     */
    RejectLife with(Repaired answer) {
        return switch (answer.outcome()) {
            case PUBLISHED -> in(State.PUBLISHED, answer);
            case SKIPPED -> in(State.SKIPPED, answer);
            case REJECTED ->
                request == null || !request.id().equals(answer.repair())
                        ? this
                        : new RejectLife(
                                correction == null ? State.OPEN : State.CORRECTED,
                                correction,
                                null,
                                null,
                                answer,
                                said);
        };
    }

    private RejectLife in(State state, Repaired answer) {
        Repair readBy = said.stream()
                .filter(repair -> repair.id().equals(answer.correction()))
                .findFirst()
                .orElse(null);
        return new RejectLife(state, readBy, null, null, answer, said);
    }
}
