package io.banku.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.account.AccountStatus;
import io.banku.batch.LedgerFormat;
import io.banku.view.AccountDocument;
import io.banku.view.AccountPages;
import io.banku.view.AccountPages.Found;
import io.banku.view.AccountPages.Place;
import io.banku.view.AccountPages.Wanted;
import io.banku.view.Aside;
import io.banku.view.AsidePages;
import io.banku.view.RedisView;
import io.banku.view.SeenSlots;
import io.banku.view.SlotState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/** GET of accounts: a page of the view. Nothing while a slot is being rebuilt, as what it lacks would not be seen. */
public final class AccountList {
    private static final JsonMapper JSON = new JsonMapper();

    private final AccountPages pages;
    private final AsidePages aside;
    private final RedisView view;
    private final int partitions;

    public AccountList(RedisView view, int partitions) {
        this.pages = view.accounts();
        this.aside = view.aside();
        this.view = view;
        this.partitions = partitions;
    }

    /**
     * @param rebuilt when a slot was last rebuilt: what was on pages before that may be on none behind it
     * @param place in a list of all; null in one of those that something is kept aside of
     */
    private record Mark(long rebuilt, Place place, AsidePages.Place aside) {
        static Mark read(String json) {
            try {
                Mark mark = JSON.readValue(json, Mark.class);
                if (mark.aside != null) {
                    Objects.requireNonNull(mark.aside.after());
                    return mark.aside.partition() < 0 ? null : mark;
                }
                Objects.requireNonNull(mark.place.run());
                mark.place.left().forEach(Objects::requireNonNull);
                Long.parseUnsignedLong(mark.place.scan() == null ? "0" : mark.place.scan());
                return mark;
            } catch (JsonProcessingException | NullPointerException none) {
                throw new IllegalArgumentException(none);
            }
        }
    }

    /** @param accounts null where the order of the cursor is not the server's any more */
    private record Listed(List<Found> accounts, Place place, AsidePages.Place aside) {
        boolean isSame() {
            return accounts != null;
        }

        String next(long rebuilt) {
            return place == null && aside == null
                    ? null
                    : new String(LedgerFormat.write(new Mark(rebuilt, place, aside)), StandardCharsets.UTF_8);
        }
    }

    public void list(Exchange exchange) {
        Aside what = Aside.of(exchange.getMessage().getHeader("with", "", String.class))
                .orElse(null);
        PageRequest request = new PageRequest(exchange, what == null ? "accounts" : "accounts-with-" + what.text());
        Wanted wanted = wanted(request);
        Mark from = request.begin(Mark::read);
        request.requireFaultless();

        List<SeenSlots.Before> before =
                IntStream.range(0, partitions).mapToObj(view.seen()::before).toList();
        Listed listed = what == null ? all(wanted, from, request) : aside(what, wanted, from, request);
        long rebuilt = requireCurrent(before);
        if (!listed.isSame() || (from != null && from.rebuilt() != rebuilt)) {
            throw new ProblemException(
                    Problem.LIST_ENDED,
                    "expected the view in which the list was begun, found one that was rebuilt since, or on another"
                            + " run of Redis");
        }
        List<AccountDocument> items = listed.accounts().stream()
                .map(each -> AccountDocument.of(each.account(), each.partition() + ":" + each.position()))
                .toList();
        Answers.json(exchange, 200, request.answer(items, listed.next(rebuilt)));
    }

    private Listed all(Wanted wanted, Mark from, PageRequest request) {
        return pages.page(wanted, from == null ? null : from.place(), request.limit())
                .map(page -> new Listed(page.accounts(), page.next(), null))
                .orElseGet(() -> new Listed(null, null, null));
    }

    private Listed aside(Aside what, Wanted wanted, Mark from, PageRequest request) {
        AsidePages.Place begin = from == null ? AsidePages.Place.BEGIN : from.aside();
        AsidePages.Page page = aside.page(what, wanted, begin, partitions, request.limit());
        return new Listed(page.accounts(), null, page.next());
    }

    private static Wanted wanted(PageRequest request) {
        String prefix = request.read("prefix", "the beginning of an account's id", "", text -> text);
        AccountStatus status = request.read("status", "unopened, open, blocked or closed", null, AccountStatus::of);
        request.read(
                "with",
                "breaks, open-breaks, suspense or parked",
                null,
                text -> Aside.of(text).orElse(null));
        return new Wanted(prefix, account -> status == null || account.profile().status() == status);
    }

    /** @return when a slot was last rebuilt, in ms; 0 if none was */
    private long requireCurrent(List<SeenSlots.Before> before) {
        long rebuilt = 0;
        for (int partition = 0; partition < partitions; partition++) {
            SlotState slot = before.get(partition).look(view.rebuild().state(partition));
            ProblemException.unlessCurrent(partition, slot);
            rebuilt = Math.max(
                    rebuilt,
                    slot.rebuildBegan() == null ? 0 : slot.rebuildBegan().toEpochMilli());
        }
        return rebuilt;
    }
}
