package io.banku.view;

import io.banku.account.Account;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of the view, page by page, in the order in which the server keeps its keys, which means nothing and is another
 * one on another server. What is there all the time comes at least once. Shared by threads.
 */
public final class AccountPages {
    private static final Pattern KEY = Pattern.compile("banku:\\{(\\d{1,9})}:account:(.*)", Pattern.DOTALL);
    private static final Pattern LEFT = Pattern.compile("(\\d{1,9}):(.*)", Pattern.DOTALL);
    private static final Pattern GLOB = Pattern.compile("[*?\\[\\]\\\\^]");
    private static final Pattern RUN = Pattern.compile("run_id:(\\w+)");

    /** What a scan steps over at a time: some milliseconds in which Redis does nothing else. */
    private static final int MOST_KEYS_AT_ONCE = 500;

    /** After so many keys a page ends, however few of them were asked for. */
    private static final int MOST_KEYS = 10_000;

    private final RedisView view;
    private final RedisServer server;
    private final StatefulRedisConnection<String, String> connection;

    AccountPages(RedisView view, RedisServer server) {
        this.view = view;
        this.server = server;
        this.connection = server.connection();
    }

    /** @param prefix with which their ids begin; "" for all */
    public record Wanted(String prefix, Predicate<Account> account) {}

    /** @param position of the slot that it was read from */
    public record Found(Account account, int partition, long position) {}

    /**
     * Where a page begins.
     *
     * @param run of the server in whose order it is
     * @param scan the server's own cursor
     * @param left {@code partition:id} of those that come before what that one finds
     */
    public record Place(String run, String scan, List<String> left) {
        private static final Place BEGIN = new Place(null, "0", List.of());
    }

    /** @param next where the next page begins, or null */
    public record Page(List<Found> accounts, Place next) {}

    /** @param next the server's cursor behind these, or null at the end */
    private record Step(List<Found> found, String next) {}

    /**
     * @param from null for the first page
     * @param most accounts of the page; it may have fewer, and even none, though there are more
     * @return nothing when the order of {@code from} is not the server's any more: the list has to begin anew
     * @throws ViewException when Redis cannot be read
     */
    public Optional<Page> page(Wanted wanted, Place from, int most) {
        server.requireMaster();
        try {
            String run = run();
            if (from != null && !run.equals(from.run())) {
                return Optional.empty();
            }
            Page page = page(wanted, from == null ? Place.BEGIN : from, run, most);
            return run().equals(run) ? Optional.of(page) : Optional.empty();
        } catch (RedisException unavailable) {
            throw server.unavailable(unavailable);
        }
    }

    private Page page(Wanted wanted, Place from, String run, int most) {
        List<Found> found = left(from.left(), wanted);
        String scan = from.scan();
        int atOnce = Math.min(most, MOST_KEYS_AT_ONCE);
        for (int keys = 0; scan != null && found.size() < most && keys < MOST_KEYS; keys += atOnce) {
            Step step = scan(wanted, scan, atOnce);
            if (found.size() + step.found().size() > most && atOnce > 1) {
                atOnce =
                        Math.max(1, atOnce / 4); // the same again, in smaller steps: what is left travels in the cursor
            } else {
                found.addAll(step.found());
                scan = step.next();
                atOnce = Math.min(2 * atOnce, MOST_KEYS_AT_ONCE);
            }
        }
        List<Found> here = List.copyOf(found.subList(0, Math.min(most, found.size())));
        List<String> left = found.stream()
                .skip(here.size())
                .map(each -> each.partition() + ":" + each.account().id())
                .toList();
        return new Page(here, scan == null && left.isEmpty() ? null : new Place(run, scan, left));
    }

    /** The run of the server, by which its order is known; "" where it may not be asked. */
    private String run() {
        try {
            Matcher run = RUN.matcher(connection.sync().info("server"));
            return run.find() ? run.group(1) : "";
        } catch (RedisCommandExecutionException forbidden) {
            return "";
        }
    }

    private Step scan(Wanted wanted, String from, int atOnce) {
        ScanArgs pattern = ScanArgs.Builder.matches("banku:{*}:account:" + escaped(wanted.prefix()) + "*")
                .limit(atOnce);
        KeyScanCursor<String> scanned = connection.sync().scan(ScanCursor.of(from), pattern);
        Map<Integer, Set<String>> ids = new TreeMap<>();
        scanned.getKeys().forEach(key -> add(ids, KEY.matcher(key)));
        return new Step(read(ids, wanted), scanned.isFinished() ? null : scanned.getCursor());
    }

    static String escaped(String prefix) {
        return GLOB.matcher(prefix).replaceAll("\\\\$0");
    }

    private List<Found> left(List<String> left, Wanted wanted) {
        Map<Integer, Set<String>> ids = new TreeMap<>();
        left.forEach(each -> add(ids, LEFT.matcher(each)));
        return read(ids, wanted);
    }

    private static void add(Map<Integer, Set<String>> ids, Matcher place) {
        if (place.matches()) {
            ids.computeIfAbsent(Integer.valueOf(place.group(1)), partition -> new LinkedHashSet<>())
                    .add(place.group(2));
        }
    }

    /** Those that are wanted. */
    private List<Found> read(Map<Integer, Set<String>> ids, Wanted wanted) {
        List<Found> found = new ArrayList<>();
        ids.forEach((partition, some) -> {
            ViewStore.Slot slot = view.read(partition, some);
            slot.accounts().forEach((id, fields) -> {
                if (!fields.isEmpty()) {
                    Account account = account(id, fields);
                    if (wanted.account().test(account)) {
                        found.add(new Found(account, partition, slot.position()));
                    }
                }
            });
        });
        return found;
    }

    /** One that cannot be read is shown as parked: it is none the less there. */
    static Account account(String id, Map<String, String> fields) {
        try {
            return AccountFields.read(id, fields);
        } catch (CorruptAccountException unreadable) {
            return AccountFields.unreadable(id, fields, unreadable, 0);
        }
    }
}
