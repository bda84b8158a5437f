package io.banku.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The text of a properties file becomes entries that know their line. The format is that of {@link Properties}. */
final class PropertiesFile {
    private final String name;
    private final List<String> faults;
    private final List<Entry> entries = new ArrayList<>();

    private PropertiesFile(String name, List<String> faults) {
        this.name = name;
        this.faults = faults;
    }

    /** In the order of the text, a key given twice included. */
    static List<Entry> read(String name, String text, List<String> faults) {
        PropertiesFile file = new PropertiesFile(name, faults);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            while (!isComment(lines.get(first)) && continues(lines.get(i)) && i + 1 < lines.size()) {
                logical.append('\n').append(lines.get(++i));
            }
            file.add(first + 1, logical.toString());
        }
        return file.entries;
    }

    private void add(int line, String logicalLine) {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(logicalLine));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            faults.add(name + ":" + line + ": expected \\uXXXX, found " + logicalLine.strip());
        }
        parsed.forEach((key, value) ->
                entries.add(new Entry(key.toString(), value.toString().strip(), name + ":" + line)));
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    /** An odd number of backslashes at its end. */
    private static boolean continues(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }
}
