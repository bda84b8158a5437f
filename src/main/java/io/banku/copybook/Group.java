package io.banku.copybook;

import java.util.List;

/** An item that consists of others. Its bytes as a whole are text. */
public record Group(Declaration declaration, int offset, int length, List<DataItem> items) implements DataItem {
    public Group {
        items = List.copyOf(items);
    }
}
