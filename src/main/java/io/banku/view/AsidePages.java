package io.banku.view;

import io.banku.account.Account;
import io.banku.view.AccountPages.Found;
import io.banku.view.AccountPages.Wanted;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.List;

/**
 * The accounts that something is kept aside of, page by page, by partition and id: whatever is there all the time comes once. The
 * script that changes an account lists it too, so nothing has to be looked for. Shared by threads.
 */
public final class AsidePages {
    /** After so many a page ends, however few of them were asked for. */
    private static final int MOST_KEYS = 10_000;

    private final RedisView view;
    private final RedisServer server;

    AsidePages(RedisView view, RedisServer server) {
        this.view = view;
        this.server = server;
    }

    /** @param after the last id before the page; "" at the partition's begin */
    public record Place(int partition, String after) {
        public static final Place BEGIN = new Place(0, "");
    }

    /** @param next where the next page begins, or null */
    public record Page(List<Found> accounts, Place next) {}

    /**
     * @param most accounts of the page; it may have fewer, and even none, though there are more
     * @throws ViewException when Redis cannot be read
     */
    public Page page(Aside what, Wanted wanted, Place from, int partitions, int most) {
        server.requireMaster();
        List<Found> found = new ArrayList<>();
        Place place = from;
        try {
            for (int keys = 0; place.partition() < partitions && keys < MOST_KEYS; ) {
                int room = most - found.size();
                if (room == 0) {
                    return new Page(found, place);
                }
                List<String> ids = ids(what, wanted.prefix(), place, room);
                if (!ids.isEmpty()) {
                    read(place.partition(), ids, what, wanted, found);
                }
                keys += ids.size();
                place = ids.size() < room
                        ? new Place(place.partition() + 1, "")
                        : new Place(place.partition(), ids.get(ids.size() - 1));
            }
        } catch (RedisException unavailable) {
            throw server.unavailable(unavailable);
        }
        return new Page(found, place.partition() < partitions ? place : null);
    }

    /** In the order of their bytes: those with a prefix stand together. */
    private List<String> ids(Aside what, String prefix, Place place, int most) {
        Range.Boundary<String> begin =
                place.after().isEmpty() ? Range.Boundary.including(prefix) : Range.Boundary.excluding(place.after());
        return server
                .connection()
                .sync()
                .zrangebylex(
                        ViewKeys.aside(place.partition(), what),
                        Range.from(begin, Range.Boundary.unbounded()),
                        Limit.from(most))
                .stream()
                .takeWhile(id -> id.startsWith(prefix))
                .toList();
    }

    /** One of which nothing is kept aside any more, as that was repaired meanwhile, is left out. */
    private void read(int partition, List<String> ids, Aside what, Wanted wanted, List<Found> found) {
        ViewStore.Slot slot = view.read(partition, ids);
        slot.accounts().forEach((id, fields) -> {
            Account account = AccountPages.account(id, fields);
            if (what.isOf(account) && wanted.account().test(account)) {
                found.add(new Found(account, partition, slot.position()));
            }
        });
    }
}
