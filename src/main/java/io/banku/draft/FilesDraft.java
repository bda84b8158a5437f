package io.banku.draft;

import io.banku.feed.FileName;
import io.banku.feed.FilePattern;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a feed's files, by that of one of them: {@code TXN.D261120.BIN} is one of {@code TXN.D{date:yyMMdd}.BIN}.
 *
 * @param pattern as {@code files:} has it
 * @param name what it makes of the sample's name
 */
record FilesDraft(String pattern, FileName name, String why) {
    private static final List<String> DATES = List.of("yyyyMMdd", "yyyy-MM-dd", "yyMMdd");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static FilesDraft of(String name) {
        for (String date : DATES) {
            Matcher digits = Pattern.compile("(?<![0-9])" + date.replaceAll("[yMd]", "[0-9]") + "(?![0-9])")
                    .matcher(name);
            while (digits.find()) {
                String pattern =
                        name.substring(0, digits.start()) + "{date:" + date + "}" + name.substring(digits.end());
                Optional<FileName> read = read(pattern, name);
                if (read.isPresent() && isOfThisAge(read.get())) {
                    return new FilesDraft(pattern, read.get(), "");
                }
            }
        }
        Matcher number = NUMBER.matcher(name);
        if (number.find()) {
            String pattern = name.substring(0, number.start()) + "*" + name.substring(number.end());
            return new FilesDraft(
                    pattern,
                    read(pattern, name).orElseThrow(),
                    "{sequence} if the number goes up by one each time; file.sequence = previous + 1 is a control then");
        }
        return new FilesDraft(
                name,
                new FileName(name, Optional.empty(), OptionalLong.empty(), Optional.empty()),
                "the name of the sample: what changes from file to file is * or {date:yyyyMMdd}");
    }

    private static Optional<FileName> read(String pattern, String name) {
        try {
            return FilePattern.of(pattern).match(name);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean isOfThisAge(FileName name) {
        return name.date().isPresent()
                && name.date().get().getYear() >= 1990
                && name.date().get().getYear() < 2060;
    }
}
