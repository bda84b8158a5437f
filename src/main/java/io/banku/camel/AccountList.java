package io.banku.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.account.Account;
import io.banku.account.AccountStatus;
import io.banku.batch.LedgerFormat;
import io.banku.view.AccountDocument;
import io.banku.view.AccountPages;
import io.banku.view.AccountPages.Page;
import io.banku.view.AccountPages.Place;
import io.banku.view.AccountPages.Wanted;
import io.banku.view.RedisView;
import io.banku.view.SeenSlots;
import io.banku.view.SlotState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/** GET of accounts: a page of the view. Nothing while a slot is being rebuilt, as what it lacks would not be seen. */
public final class AccountList {
    private static final JsonMapper JSON = new JsonMapper();

    private final AccountPages pages;
    private final RedisView view;
    private final int partitions;

    public AccountList(RedisView view, int partitions) {
        this.pages = view.accounts();
        this.view = view;
        this.partitions = partitions;
    }

    /** What keeps an account from being as the mainframe and the commands want it. */
    private enum With {
        BREAKS(account -> account.findings().breakCount() > 0),
        SUSPENSE(account -> !account.findings().suspense().isEmpty()),
        PARKED(account -> account.findings().parked() != null);

        private final Predicate<Account> account;

        With(Predicate<Account> account) {
            this.account = account;
        }
    }

    /** @param rebuilt when a slot was last rebuilt: what was on pages before that may be on none behind it */
    private record Mark(long rebuilt, Place place) {
        static Mark read(String json) {
            try {
                Mark mark = JSON.readValue(json, Mark.class);
                Objects.requireNonNull(mark.place.run());
                mark.place.left().forEach(Objects::requireNonNull);
                Long.parseUnsignedLong(mark.place.scan() == null ? "0" : mark.place.scan());
                return mark;
            } catch (JsonProcessingException | NullPointerException none) {
                throw new IllegalArgumentException(none);
            }
        }
    }

    public void list(Exchange exchange) {
        PageRequest request = new PageRequest(exchange, "accounts");
        Wanted wanted = wanted(request);
        Mark from = request.begin(Mark::read);
        request.requireFaultless();

        List<SeenSlots.Before> before =
                IntStream.range(0, partitions).mapToObj(view.seen()::before).toList();
        Optional<Page> found = pages.page(wanted, from == null ? null : from.place(), request.limit());
        long rebuilt = requireCurrent(before);
        Page page = found.filter(same -> from == null || from.rebuilt() == rebuilt)
                .orElseThrow(() -> new ProblemException(
                        Problem.LIST_ENDED,
                        "expected the view in which the list was begun, found one that was rebuilt since, or on another"
                                + " run of Redis"));
        List<AccountDocument> items = page.accounts().stream()
                .map(each -> AccountDocument.of(each.account(), each.partition() + ":" + each.position()))
                .toList();
        Answers.json(exchange, 200, request.answer(items, next(page, rebuilt)));
    }

    private static String next(Page page, long rebuilt) {
        return page.next() == null
                ? null
                : new String(LedgerFormat.write(new Mark(rebuilt, page.next())), StandardCharsets.UTF_8);
    }

    private static Wanted wanted(PageRequest request) {
        String prefix = request.read("prefix", "the beginning of an account's id", "", text -> text);
        AccountStatus status = request.read("status", "unopened, open, blocked or closed", null, AccountStatus::of);
        With with = request.read(
                "with",
                "breaks, suspense or parked",
                null,
                text -> With.valueOf(text.equals(text.toLowerCase(Locale.ROOT)) ? text.toUpperCase(Locale.ROOT) : ""));
        return new Wanted(
                prefix,
                account -> (status == null || account.profile().status() == status)
                        && (with == null || with.account.test(account)));
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
