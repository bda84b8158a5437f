package io.banku.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The options of a framing, read strictly: what is wrong with one is told, and the next is read. One thread. */
final class Options {
    private final FramingForm form;
    private final FramingFaults faults;
    private boolean isFaulty;

    Options(FramingForm form, FramingFaults faults) {
        this.form = form;
        this.faults = faults;
    }

    boolean has(String option) {
        return form.options().containsKey(option);
    }

    /** Tells every option that is not one of these. */
    void only(List<String> known) {
        for (String option : form.options().keySet()) {
            if (!known.contains(option)) {
                isFaulty = true;
                faults.unknown(
                        option,
                        "unknown option '" + option + "' of the framing " + form.name() + "; expected "
                                + String.join(", ", known));
            }
        }
    }

    Optional<Integer> number(String option, int least, int most) {
        return parsed(option, text -> {
            if (!text.matches("-?[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException(
                        "expected a number from " + least + " to " + most + ", found '" + text + "'");
            }
            return Integer.parseInt(text);
        });
    }

    <T> Optional<T> oneOf(String option, Map<String, T> values) {
        return parsed(option, text -> {
            if (!values.containsKey(text)) {
                throw new IllegalArgumentException(
                        "expected " + String.join(" or ", new TreeSet<>(values.keySet())) + ", found '" + text + "'");
            }
            return values.get(text);
        });
    }

    <T> Optional<T> required(String option, Function<String, T> parser) {
        if (!has(option)) {
            fault("", "'" + option + "' is missing: the framing " + form.name() + " needs it");
        }
        return parsed(option, parser);
    }

    /** Empty where it is not given, or refused by an {@link IllegalArgumentException}, which is told. */
    <T> Optional<T> parsed(String option, Function<String, T> parser) {
        try {
            return form.text(option).map(parser);
        } catch (IllegalArgumentException refused) {
            fault(option, refused.getMessage());
            return Optional.empty();
        }
    }

    void fault(String option, String message) {
        isFaulty = true;
        faults.add(option, message);
    }

    boolean isFaulty() {
        return isFaulty;
    }
}
