package io.banku.record;

import io.banku.copybook.CopybookException;
import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Fault;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Picture.Category;
import io.banku.copybook.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether there are readers for all of a layout; a copybook may say more than they know. */
final class Decodable {
    private static final Set<Usage> USAGES =
            Set.of(Usage.DISPLAY, Usage.BINARY, Usage.NATIVE_BINARY, Usage.PACKED_DECIMAL);

    private Decodable() {}

    /** @throws CopybookException with every item that cannot be read yet */
    static void check(Layout layout) {
        List<Fault> faults = new ArrayList<>();
        layout.roots().forEach(root -> check(root, faults));
        if (!faults.isEmpty()) {
            throw new CopybookException(faults);
        }
    }

    private static void check(DataItem item, List<Fault> faults) {
        if (item.depending() != null) {
            faults.add(fault(
                    item, "OCCURS DEPENDING ON " + item.depending().count().name()));
        }
        if (item instanceof Group group) {
            group.items().forEach(each -> check(each, faults));
        } else if (item instanceof Elementary field
                && (!USAGES.contains(field.usage()) || field.picture().category() == Category.EXTERNAL_FLOAT)) {
            faults.add(fault(item, field.description()));
        }
    }

    private static Fault fault(DataItem item, String what) {
        return new Fault(
                item.declaration().file(),
                item.declaration().line(),
                1,
                what + " of " + item.name() + " is not supported yet");
    }
}
