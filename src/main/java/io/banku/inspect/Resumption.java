package io.banku.inspect;

import io.banku.inspect.LengthWord.Chain;
import java.io.IOException;
import java.io.InputStream;

/** Where records go on behind a place at which they break off: some bytes were lost there, or are too many. */
final class Resumption {
    private static final int BACK = 64;
    private static final int AHEAD = 1 << 16;
    private static final int ENOUGH = 3;
    private static final String CUT_OFF = "BNK-2103";

    private Resumption() {}

    /** Half a sentence that begins with a semicolon. */
    static String told(LengthWord word, Walk walk, Content content) throws IOException {
        if (word == null) {
            return "";
        }
        long from = Math.max(0, walk.failedAt() - BACK);
        byte[] behind;
        try (InputStream stream = content.bytes().from(from).open()) {
            behind = stream.readNBytes(AHEAD);
        }
        for (int at = 0; at < behind.length; at++) {
            Chain chain = word.chain(behind, at);
            boolean goesOn = chain.goesOn() && chain.records() >= ENOUGH && chain.payload() > chain.records();
            if (goesOn && from + at != walk.failedAt()) {
                return "; from " + Told.place(from + at)
                        + " on records follow each other again: bytes are missing shortly" + " before, or are too many";
            }
        }
        return walk.fault().equals(CUT_OFF) ? "; the file is cut off there, or its last bytes are no record" : "";
    }
}
