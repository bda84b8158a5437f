package io.banku.feed;

import io.banku.calendar.DayList;
import io.banku.calendar.DueDates;
import io.banku.calendar.DueTerms;
import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads when the files of a feed are due: {@code due}, {@code days}, {@code calendar} and {@code grace}. */
final class DueReader {
    private static final String NO_GRACE = "0m";
    private static final DayList NO_DAYS = DayList.of("");

    private final Path folder;
    private final Faults faults;

    DueReader(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /**
     * @param terms empty where the feed says nothing, or with a fault
     * @param file that the calendar is, if it is one
     */
    record Reading(Optional<DueTerms> terms, Optional<Path> file) {
        static final Reading NOTHING = new Reading(Optional.empty(), Optional.empty());
    }

    /** @param input where the names of the files are known, and the zone of the mainframe's clocks */
    Reading read(Section section, InputReader.Reading input) {
        if (!section.has("due")) {
            section.entries().stream()
                    .map(Section.Entry::name)
                    .filter(name -> List.of("days", "calendar", "grace").contains(name.value()))
                    .forEach(name -> name.fault("expected 'due' beside '" + name.value()
                            + "', as due: 02:30, found nothing that says when a file is due"));
            return Reading.NOTHING;
        }
        Optional<String> due = checked(section, "due");
        Optional<String> days = checked(section, "days");
        Optional<String> grace = checked(section, "grace");
        Optional<Text> calendar = section.text("calendar");
        Optional<Path> file = calendar.map(Text::value)
                .filter(name -> !name.equals(DueTerms.TARGET2))
                .map(folder::resolve);
        Optional<DayList> list = file.isEmpty() ? Optional.of(NO_DAYS) : calendar.flatMap(this::list);
        boolean target2 = calendar.isPresent() && file.isEmpty();
        if (due.isEmpty() || list.isEmpty() || input.files().isEmpty()) {
            return Reading.NOTHING;
        }
        return new Reading(
                Optional.of(new DueTerms(
                        due.get(),
                        days.orElse(target2 ? "mon-fri" : "daily"),
                        calendar.map(Text::value).orElse(null),
                        list.get().closed(),
                        list.get().added(),
                        grace.orElse(NO_GRACE),
                        input.zone().getId(),
                        input.files().get().text())),
                file);
    }

    private static Optional<String> checked(Section section, String key) {
        return InputReader.parsed(section.text(key), text -> {
            DueDates.check(key).accept(text);
            return text.strip();
        });
    }

    /** A name without a folder: the file is copied beside each batch, as the copybook is. */
    private Optional<DayList> list(Text name) {
        if (!name.value().matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            name.fault("expected target2 or a file in the feed's folder, found '" + name.value() + "'");
            return Optional.empty();
        }
        try {
            return Optional.of(DayList.of(Files.readString(folder.resolve(name.value()))));
        } catch (DayList.LineException noDay) {
            Faults own = new Faults(folder.getFileName() + "/" + name.value());
            own.add(noDay.line(), 1, noDay.getMessage());
            faults.addAll(own.all());
        } catch (IOException unreadable) {
            name.fault("expected target2 or a file in the feed's folder, found no file '" + name.value()
                    + "' that can be read as UTF-8 text");
        }
        return Optional.empty();
    }
}
