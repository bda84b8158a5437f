package io.banku.copybook;

import java.util.List;

/**
 * An item that consists of others. Its bytes as a whole are text.
 *
 * @param items none where it RENAMES several items (level 66)
 */
public record Group(Declaration declaration, Extent start, Extent size, List<DataItem> items) implements DataItem {
    public Group {
        items = List.copyOf(items);
    }

    @Override
    public int length() {
        return size.largest();
    }
}
