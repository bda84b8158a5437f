package io.banku.copybook;

import java.util.List;

/** What a group says of USAGE and SIGN, and a record of SYNCHRONIZED, is said of the elementary items in it. */
final class Inheritance {
    private Inheritance() {}

    static void resolve(List<Entry> trees) {
        for (Entry tree : trees) {
            for (Entry item : tree.items) {
                // SYNCHRONIZED at a group below level 01 is a fault, told where the group is placed
                hand(tree, item, tree.level == 1 ? tree.synchronizedAt : null);
            }
        }
    }

    private static void hand(Entry group, Entry item, Token synchronizedAt) {
        item.usage = item.usageAt == null ? group.usage : item.usage;
        item.sign = item.signAt == null ? group.sign : item.sign;
        if (item.items.isEmpty() && item.synchronizedAt == null) {
            item.synchronizedAt = synchronizedAt;
        }
        for (Entry each : item.items) {
            hand(item, each, synchronizedAt);
        }
    }
}
