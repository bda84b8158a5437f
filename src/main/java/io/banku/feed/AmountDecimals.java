package io.banku.feed;

import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.Use;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.RecordEncoder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Gives amounts that were made up with cents the decimals of their currency: none for JPY, three for KWD. One thread. */
final class AmountDecimals {
    private static final int CENTS = 2;

    private final RecordEncoder encoder;
    private final String currency;
    private final Random random;
    private final Scope scope;

    /** @param currency where none is in the record */
    AmountDecimals(RecordEncoder encoder, String currency, Random random, Scope scope) {
        this.encoder = encoder;
        this.currency = currency;
        this.random = random;
        this.scope = scope;
    }

    /** The record itself where all its amounts are right. */
    byte[] inCurrency(List<Use> uses, byte[] record) {
        Map<String, String> amounts = new LinkedHashMap<>();
        for (Use use : uses) {
            if (use instanceof Use.Amount amount
                    && use.field().isNumeric()
                    && use.field().scale() > 0) {
                int decimals = Math.max(0, decimals(amount, record));
                if (decimals != CENTS) {
                    amounts.put(encoder.reference(use.field()), inDecimals(use.field(), decimals, record));
                }
            }
        }
        return amounts.isEmpty() ? record : encoder.changed(Believable.frame(record), amounts);
    }

    private int decimals(Use.Amount amount, byte[] record) {
        scope.record().bytes = record;
        scope.record().length = record.length;
        String code = null;
        try {
            code = amount.currency() == null ? null : amount.currency().text(scope);
        } catch (FieldException | MappingException elsewhere) {
            // a header or a parent says it: these have the one currency of all
        }
        return Currency.getInstance(code == null ? currency : Blanks.strip(code))
                .getDefaultFractionDigits();
    }

    private String inDecimals(FieldReader field, int decimals, byte[] record) {
        BigDecimal amount;
        try {
            amount = field.decimal(Believable.frame(record));
        } catch (FieldException own) {
            throw new IllegalArgumentException(own.getMessage(), own);
        }
        int kept = Math.min(decimals, field.scale());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(kept);
        BigDecimal cut = amount.setScale(kept, RoundingMode.DOWN);
        BigDecimal more =
                kept > CENTS ? unit.multiply(BigDecimal.valueOf(1 + (long) random.nextInt(9))) : BigDecimal.ZERO;
        return cut.add(more).max(unit).toPlainString();
    }
}
