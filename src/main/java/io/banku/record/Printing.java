package io.banku.record;

import com.fasterxml.jackson.core.JsonGenerator;

/** One record on its way to JSON. */
final class Printing {
    private final Frame frame;
    private final JsonGenerator out;
    private final Oddities oddities;
    private int undecoded;

    Printing(Frame frame, JsonGenerator out, Oddities oddities) {
        this.frame = frame;
        this.out = out;
        this.oddities = oddities;
    }

    Frame frame() {
        return frame;
    }

    JsonGenerator out() {
        return out;
    }

    Oddities oddities() {
        return oddities;
    }

    void countUndecoded() {
        undecoded++;
    }

    /** How many alternatives were written as null. */
    int undecoded() {
        return undecoded;
    }
}
