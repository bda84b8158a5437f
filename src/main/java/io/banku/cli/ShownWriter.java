package io.banku.cli;

import io.banku.record.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last place that all words and data of a command pass: a control character that got so far is shown, and the terminal
 * does not obey it. Lines and tabs are ours. In JSON the text of such a character is the character.
 */
final class ShownWriter extends Writer {
    private static final Pattern LAYOUT = Pattern.compile("\\r?\\n|\\t");
    private static final Pattern LAYOUT_OR_COLOUR = Pattern.compile("\\r?\\n|\\t|\\u001B\\[[0-9;]*m");

    private final PrintWriter to;
    private final Pattern kept;

    /** @param coloured whether colours are among what we write ourselves */
    ShownWriter(PrintWriter to, boolean coloured) {
        this.to = to;
        this.kept = coloured ? LAYOUT_OR_COLOUR : LAYOUT;
    }

    @Override
    public void write(char[] text, int from, int count) {
        write(new String(text, from, count), 0, count);
    }

    @Override
    public void write(String text, int from, int count) {
        String part = text.substring(from, from + count);
        if (isPlain(part)) {
            to.write(part);
            return;
        }
        Matcher layout = kept.matcher(part);
        int at = 0;
        while (layout.find()) {
            to.write(Shown.of(part.substring(at, layout.start())));
            to.write(layout.group());
            at = layout.end();
        }
        to.write(Shown.of(part.substring(at)));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whoever reads our output may be gone: that is the only thing that can go wrong here. */
    @Override
    public void flush() throws IOException {
        if (to.checkError()) {
            throw new IOException("nobody reads on");
        }
    }

    @Override
    public void close() {
        to.close();
    }
}
