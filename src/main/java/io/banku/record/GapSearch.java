package io.banku.record;

import io.banku.copybook.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Looks for {@link Gaps} where a file does not decode by its framing: nothing of it is made before. Immutable, shared by
 * threads.
 */
final class GapSearch {
    private static final int LONGEST = 32 * 1024;

    private final Stride stride;
    private final Margins margins;
    private final Layout layout;
    private final Dialect dialect;

    GapSearch(Stride stride, Margins margins, Layout layout, Dialect dialect) {
        this.stride = stride;
        this.margins = margins;
        this.layout = layout;
        this.dialect = dialect;
    }

    /** Where records stop and go on again, in one sentence; empty where nothing is sure. Closes the file. */
    String told(InputStream file) throws IOException {
        try (Window window = new Window(file, margins, Diagnosis.NONE)) {
            if (!isPossible()) {
                return "";
            }
            List<Gap> gaps = gaps(window).find();
            if (gaps.isEmpty()) {
                return "";
            }
            return gaps.get(0).told(stride.length()) + more(gaps.subList(1, gaps.size()));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static String more(List<Gap> others) {
        return others.isEmpty()
                ? ""
                : "; "
                        + (others.size() == 1
                                ? "there is one more such gap,"
                                : "there are " + others.size() + " more such gaps, the next")
                        + " before byte " + Gap.place(others.get(0).to());
    }

    /** Whether the first records of a file decode, and would do so nowhere else: then they have the right length. */
    boolean isLengthRight(Head head) {
        Margins around = head.isWhole() ? margins : margins.ofBeginning();
        try (Window window = new Window(new ByteArrayInputStream(head.bytes()), around, Diagnosis.NONE)) {
            return isPossible() && gaps(window).beginInStep();
        } catch (IllegalArgumentException | FramingException unreadable) {
            return false;
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private boolean isPossible() {
        return layout != null
                && !layout.roots().isEmpty()
                && !stride.equals(Stride.UNKNOWN)
                && stride.length() <= LONGEST
                && margins.blocked() == null;
    }

    /** @throws IllegalArgumentException when the dialect does not fit a field that nobody asked for yet */
    private Gaps gaps(Window window) {
        RecordShape shape = RecordShape.of(stride, layout, dialect);
        return stride.length() > 0
                ? new Gaps(shape, window, 2 * stride.length(), stride.length())
                : new Gaps(shape, window, 2 * LONGEST, LONGEST);
    }
}
