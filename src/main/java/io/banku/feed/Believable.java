package io.banku.feed;

import io.banku.copybook.Elementary;
import io.banku.copybook.Usage;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.Lookups;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.Use;
import io.banku.record.Assignment;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.RecordEncoder;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes up records of a feed that its rules take: accounts, amounts, times and texts as they might be. One thread. */
final class Believable {
    private static final List<String> WORDS =
            List.of("SALARY", "RENT", "INVOICE 1042", "CARD PAYMENT", "REFUND", "INSURANCE", "CASH", "SAVINGS PLAN");
    private static final List<String> NAMES = List.of(
            "MUSTER ANNA",
            "HUBER KARL",
            "GRUBER EVA",
            "STEINER PAUL",
            "MOSER LENA",
            "BAUER JAN",
            "FUCHS IDA",
            "WOLF TIM");

    private static final String USUAL_CURRENCY = "EUR";

    private static final int MOST_DIGITS = 15;

    private final Mapping mapping;
    private final RecordEncoder encoder;
    private final Demands demands;
    private final Map<String, Integer> counts;
    private final int accounts;
    private final Random random;

    /** One for all: money does not change its currency on the way from one account to another. */
    private final String currency;

    private final AmountDecimals amounts;
    private long references;

    Believable(Mapping mapping, Fields fields, int accounts, long seed) {
        this.mapping = mapping;
        this.encoder = fields.encoder();
        this.demands = new Demands(encoder);
        this.counts = fields.counts();
        this.accounts = accounts;
        this.random = new Random(seed);
        this.currency = mapping.uses().currencies().stream().findFirst().orElse(USUAL_CURRENCY);
        this.amounts =
                new AmountDecimals(encoder, currency, random, new Scope("", null, 0, mapping.carriers(), Lookups.NONE));
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    /**
     * A record that matches a rule.
     *
     * @param account from 0
     * @throws IllegalArgumentException when none can be made
     */
    byte[] record(Rule rule, int account, LocalDateTime at) {
        List<Use> uses = new ArrayList<>(
                rule.role() == Role.HEADER
                        ? mapping.uses().ofHeader()
                        : mapping.uses().of(rule.name()));
        if (rule.carry() != null) {
            uses.addAll(mapping.uses().ofCarriers().stream()
                    .filter(use -> isCarried(use, rule))
                    .toList());
        }
        List<Assignment> values = values(uses, account, at);
        List<Assignment> asked = demands.of(rule.when());
        byte[] record = encoder.record(joined(asked, values));
        if (isOf(rule, record)) {
            return amounts.inCurrency(uses, record);
        }
        byte[] other = encoder.record(joined(values, asked));
        if (isOf(rule, other)) {
            return amounts.inCurrency(uses, other);
        }
        throw new IllegalArgumentException("expected to make a record of the rule '" + rule.name()
                + "', found that its 'when', or that of a rule before it, cannot be brought about");
    }

    private static boolean isCarried(Use use, Rule rule) {
        return rule.carried().stream()
                .anyMatch(field -> field.item() == use.field().item());
    }

    private static List<Assignment> joined(List<Assignment> first, List<Assignment> second) {
        List<Assignment> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private boolean isOf(Rule rule, byte[] record) {
        Frame frame = frame(record);
        try {
            for (Rule each : mapping.rules()) {
                if (each.when().test(frame)) {
                    return each == rule;
                }
            }
        } catch (FieldException unreadable) {
            return false;
        }
        return false;
    }

    static Frame frame(byte[] record) {
        Frame frame = new Frame();
        frame.bytes = record;
        frame.length = record.length;
        return frame;
    }

    private List<Assignment> values(List<Use> uses, int account, LocalDateTime at) {
        List<Assignment> values = new ArrayList<>();
        if (uses.stream().anyMatch(use -> use.field().name().indexOf('(') >= 0)) {
            counts.forEach((name, most) -> values.add(Assignment.value(name, Integer.toString(most))));
        }
        Set<String> filled = new HashSet<>();
        int named = 0;
        for (Use use : sorted(uses)) {
            FieldReader field = use.field();
            if (filled.add(field.name())) {
                int which = use instanceof Use.Account ? (account + named++) % accounts : account;
                values.add(Assignment.value(encoder.reference(field), value(use, which, at)));
            }
        }
        return values;
    }

    /** What asks for more comes first: a field may be used in several ways. */
    private static List<Use> sorted(List<Use> uses) {
        List<Class<?>> order = List.of(
                Use.OneOf.class,
                Use.Dated.class,
                Use.Currency.class,
                Use.Account.class,
                Use.Amount.class,
                Use.Reference.class,
                Use.Words.class);
        return uses.stream()
                .sorted((one, other) -> Integer.compare(order.indexOf(one.getClass()), order.indexOf(other.getClass())))
                .toList();
    }

    private String value(Use use, int account, LocalDateTime at) {
        if (use instanceof Use.OneOf oneOf) {
            return oneOf.texts().get(random.nextInt(oneOf.texts().size()));
        } else if (use instanceof Use.Dated dated) {
            return dated.text(at);
        } else if (use instanceof Use.Currency) {
            return currency;
        } else if (use instanceof Use.Account) {
            return account(digits(use.field()), account);
        } else if (use instanceof Use.Amount) {
            return amount(use.field());
        } else if (use instanceof Use.Reference) {
            return number(digits(use.field()), ++references);
        }
        boolean isName = use instanceof Use.Words text && text.property().equals("holder");
        String words = isName ? NAMES.get(account % NAMES.size()) : WORDS.get(random.nextInt(WORDS.size()));
        return use.field().isNumeric()
                ? number(digits(use.field()), random.nextInt(1000))
                : words.substring(0, Math.min(words.length(), use.field().item().length()));
    }

    private static int digits(FieldReader field) {
        int digits = field.isNumeric() && field.item() instanceof Elementary item
                ? item.picture().size() - Math.max(0, field.scale())
                : field.item().length();
        return Math.min(digits, MOST_DIGITS);
    }

    /** {@code 4000000008} where there is room: a number that looks like one of an account. */
    private static String account(int digits, int account) {
        long power = (long) Math.pow(10, digits - 1.0);
        long number = 1 + 7L * account;
        if (number >= (digits == 1 ? 10 : 9 * power)) {
            throw new IllegalArgumentException(
                    "expected at most " + (power / 7) + " accounts for a number of " + digits + " digits, found more");
        }
        return Long.toString(number < power ? (number + 4 * power) : number);
    }

    private static String number(int digits, long number) {
        String text = "0".repeat(MOST_DIGITS) + number;
        return text.substring(text.length() - digits);
    }

    /** From 0.01 to 9,999.99, as far as the field goes; few are large, as it is with money. */
    private String amount(FieldReader field) {
        int digits = digits(field);
        long most = (long) Math.pow(10, Math.min(digits, 4));
        BigDecimal whole = BigDecimal.valueOf((long) (most * Math.pow(random.nextDouble(), 3)));
        int scale = Math.max(0, field.isNumeric() ? field.scale() : 0);
        BigDecimal cents = BigDecimal.valueOf(1 + (long) random.nextInt(scale >= 2 ? 99 : 9), Math.min(scale, 2));
        BigDecimal amount = scale == 0 ? whole.max(BigDecimal.ONE) : whole.add(cents);
        return (digits == 0
                        ? cents
                        : amount.min(BigDecimal.valueOf(most)
                                .subtract(BigDecimal.ONE)
                                .max(cents)))
                .toPlainString();
    }

    /** A packed number that a rule takes for something, where it has one. */
    Optional<FieldReader> packed(Rule rule) {
        return mapping.uses().of(rule.name()).stream()
                .map(Use::field)
                .filter(field -> field.item() instanceof Elementary item && item.usage() == Usage.PACKED_DECIMAL)
                .findFirst();
    }
}
