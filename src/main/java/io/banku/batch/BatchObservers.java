package io.banku.batch;

import java.util.List;

/** Tells several. */
public record BatchObservers(List<BatchObserver> observers) implements BatchObserver {
    @Override
    public void moved(Batch batch) {
        observers.forEach(observer -> observer.moved(batch));
    }

    @Override
    public void duplicate(String feed, String file, Finding note) {
        observers.forEach(observer -> observer.duplicate(feed, file, note));
    }

    @Override
    public void unclaimed(String file, Finding note) {
        observers.forEach(observer -> observer.unclaimed(file, note));
    }

    @Override
    public void published(Batch batch, int events) {
        observers.forEach(observer -> observer.published(batch, events));
    }

    @Override
    public void resubmits(Batch batch) {
        observers.forEach(observer -> observer.resubmits(batch));
    }
}
