package io.banku.night;

import io.banku.batch.DueFile;
import io.banku.batch.LedgerIndex;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nights as this process knows them: what the ledger says, and what was written on {@code banku.days}. Shared by threads. */
public final class Nights implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

    private final LedgerIndex ledger;
    private final LogConnection connection;
    /** Keys of the ledger that cannot be read; told once each. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private Days days;

    /** Nothing is read before somebody asks. */
    public Nights(LedgerIndex ledger, LogConnection connection) {
        this.ledger = ledger;
        this.connection = connection;
    }

    private synchronized Days days() {
        if (days == null) {
            days = Days.follow(connection);
        }
        return days;
    }

    /**
     * Returns when all is known that is in the ledger and on {@code banku.days} at the time of the call.
     *
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public void awaitEnd() {
        days().awaitEnd();
        ledger.awaitEnd();
    }

    /** Where it is what it was, nothing has changed. */
    long changes() {
        return ledger.nights().changes() + days().changes();
    }

    /** The sets that the ledger knows, by their names. */
    public Map<String, NightSet> sets() {
        Map<String, NightSet> sets = new TreeMap<>();
        ledger.nights().all().forEach((key, value) -> {
            if (!key.contains("/")) {
                NightFormat.set(value).ifPresentOrElse(set -> sets.put(key, set), () -> unreadable(key));
            }
        });
        return sets;
    }

    /** Whether there is, or was, any night at all. */
    boolean areUsed() {
        return !ledger.nights().all().isEmpty()
                || TopicReader.bounds(connection, LogTopic.DAYS).values().stream()
                        .anyMatch(of -> of.end() > 0);
    }

    private Optional<CloseWish> wish(Map<String, byte[]> notes, String night, LocalDate date) {
        String key = night + "/" + date;
        byte[] value = notes.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<CloseWish> wish = NightFormat.wish(value);
        if (wish.isEmpty()) {
            unreadable(key);
        }
        return wish;
    }

    private void unreadable(String key) {
        if (!told.add(key)) {
            return;
        }
        LOG.error(
                "BNK-5070 ledger record night/{}: expected what is said of a night, found what cannot be read; it does not"
                        + " count. Did a later version write it? Run that one",
                key);
    }

    /** What is to be written now. */
    List<DayEvent> pending(Instant now) {
        List<DayEvent> pending = new ArrayList<>();
        Map<String, byte[]> notes = ledger.nights().all();
        for (NightSet set : sets().values()) {
            for (LocalDate date : dates(set)) {
                if (days().of(set.night(), date).isEmpty() && !days().isUnreadable(set.night(), date)) {
                    Close.close(set, date, stand(set, date), wish(notes, set.night(), date), now)
                            .ifPresent(pending::add);
                }
            }
        }
        for (DayEvent last : days().last()) {
            if (!days().isUnreadable(last.night(), last.date())) {
                Close.supplement(last, feed -> ledger.day(feed, last.date()), now)
                        .ifPresent(pending::add);
            }
        }
        return pending;
    }

    private List<FeedDay> stand(NightSet set, LocalDate date) {
        return Close.stand(set.feeds(), feed -> ledger.day(feed, date));
    }

    /** Those of which something is here, or of which somebody has said something. */
    private Set<LocalDate> dates(NightSet set) {
        Set<LocalDate> dates = new TreeSet<>();
        set.feeds().forEach(feed -> dates.addAll(ledger.days(feed)));
        ledger.nights().all().keySet().stream()
                .filter(key -> key.startsWith(set.night() + "/"))
                .forEach(key -> date(key).ifPresentOrElse(dates::add, () -> unreadable(key)));
        dates.removeIf(date -> date.isBefore(set.from()));
        return dates;
    }

    private static Optional<LocalDate> date(String key) {
        try {
            return Optional.of(LocalDate.parse(key.substring(key.indexOf('/') + 1)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** All that are open or closed, the latest date first; open ones also where all of it is still expected. */
    public List<Night> list(Instant now) {
        List<Night> nights = new ArrayList<>();
        List<DueFile> missing = ledger.missing(now);
        for (NightSet set : sets().values()) {
            Set<LocalDate> dates = dates(set);
            missing.stream()
                    .filter(file -> set.feeds().contains(file.feed()) && file.state() != DueFile.State.EXCUSED)
                    .map(DueFile::date)
                    .filter(date -> !date.isBefore(set.from()))
                    .forEach(dates::add);
            dates.stream()
                    .filter(date -> days().of(set.night(), date).isEmpty())
                    .forEach(date -> nights.add(new Night(set.night(), date, stand(set, date), List.of())));
        }
        Stream<Night> closed = days().last().stream().map(this::closed);
        return Stream.concat(nights.stream(), closed)
                .sorted(Comparator.comparing(Night::date).reversed().thenComparing(Night::night))
                .toList();
    }

    private Night closed(DayEvent last) {
        return new Night(last.night(), last.date(), last.feeds(), days().of(last.night(), last.date()));
    }

    /** One that is open or closed; empty where no set of the name closes the date. */
    public Optional<Night> night(String name, LocalDate date) {
        List<DayEvent> events = days().of(name, date);
        if (!events.isEmpty()) {
            return Optional.of(closed(events.get(events.size() - 1)));
        }
        return Optional.ofNullable(sets().get(name))
                .filter(set -> !date.isBefore(set.from()))
                .map(set -> new Night(name, date, stand(set, date), List.of()));
    }

    @Override
    public synchronized void close() {
        if (days != null) {
            days.close();
        }
    }
}
