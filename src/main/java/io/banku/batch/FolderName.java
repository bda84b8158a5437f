package io.banku.batch;

import java.nio.charset.StandardCharsets;

/** How long the name of a folder may be: file systems count bytes, and most of them to 255. */
final class FolderName {
    static final int MOST_BYTES = 255;

    private FolderName() {}

    /** As much of the name as fits, in whole characters. */
    static String beginning(String name, int mostBytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
