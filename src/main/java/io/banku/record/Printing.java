package io.banku.record;

import com.fasterxml.jackson.core.JsonGenerator;

/** One record on its way to JSON. */
final class Printing {
    private final Frame frame;
    private final JsonGenerator out;
    private int undecoded;

    Printing(Frame frame, JsonGenerator out) {
        this.frame = frame;
        this.out = out;
    }

    Frame frame() {
        return frame;
    }

    JsonGenerator out() {
        return out;
    }

    void countUndecoded() {
        undecoded++;
    }

    /** How many alternatives were written as null. */
    int undecoded() {
        return undecoded;
    }
}
