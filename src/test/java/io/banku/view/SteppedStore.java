package io.banku.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells from where to where each apply went. */
final class SteppedStore implements ViewStore {
    final List<String> steps = new ArrayList<>();
    private final ViewStore store;

    SteppedStore(ViewStore store) {
        this.store = store;
    }

    @Override
    public Slot read(int partition, Collection<String> accounts) {
        return store.read(partition, accounts);
    }

    @Override
    public Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news) {
        steps.add(step.expected() + "-" + step.next());
        return store.apply(partition, step, changes, news);
    }
}
