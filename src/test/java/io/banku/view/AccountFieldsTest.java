package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Account;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.RandomEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts as fields of a hash and back. */
class AccountFieldsTest {

    @Test
    void whatWasNeverStoredIsAnUnknownAccount() throws CorruptAccountException {
        assertThat(AccountFields.read("4711", Map.of())).isEqualTo(Account.unknown("4711"));
    }

    /** The changes of random stretches of events, put one over the other, are the account that the events make. */
    @Test
    void changesPutOneOverTheOtherAreTheAccount() throws CorruptAccountException {
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Map<String, String> stored = new HashMap<>();
            Account before = Account.unknown("4711");
            Account after = before;
            for (LogEntry entry : new RandomEvents(seed).log(60, List.of("4711"))) {
                after = Fold.apply(after, entry);
                if (after != before && random.nextInt(3) == 0) {
                    put(stored, AccountFields.changes(before, after).fields());
                    before = after;
                    assertThat(AccountFields.read("4711", stored))
                            .as("seed %d", seed)
                            .isEqualTo(after);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # field  | value               | message
            b        | 12.50               | field b (balance): expected a value of its kind, found '12.50'
            b        | ''                  | field b (balance): expected a value of its kind, found ''
            m        | 9223372036854775808 | field m (mainframe balance): expected a value of its kind, found '9223372036854775808'
            v        | x                   | field v (version): expected a value of its kind, found 'x'
            o        | 1e3                 | field o (offset): expected a value of its kind, found '1e3'
            l        | none                | field l (limit): expected a value of its kind, found 'none'
            s        | OPEN                | field s (status): expected a value of its kind, found 'OPEN'
            c        | EURO                | field c (currency): expected a value of its kind, found 'EURO'
            n        | 21.11.2026          | field n (opened on): expected a value of its kind, found '21.11.2026'
            n        | 20261131            | field n (opened on): expected a value of its kind, found '20261131'
            d        | 2026112             | field d (moved on): expected a value of its kind, found '2026112'
            t        | today               | field t (updated at): expected a value of its kind, found 'today'
            k        | many                | field k (break count): expected a value of its kind, found 'many'
            p        | 1.5                 | field p (parked from): expected a value of its kind, found '1.5'
            suspense | {}                  | field suspense: expected a value of its kind, found '{}'
            """)
    void aFieldThatIsNotOfItsKindIsAnErrorThatNamesIt(String field, String value, String message) {
        Map<String, String> stored = stored();
        stored.put(field, value);

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessage("account 4711 in the view: " + message);
    }

    @ParameterizedTest
    @CsvSource({"b", "m", "v", "o", "l", "s"})
    void aFieldThatEveryAccountHasMustBeThere(String field) {
        Map<String, String> stored = stored();
        stored.remove(field);

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessageStartingWith("account 4711 in the view: expected the field " + field + " (");
    }

    @Test
    void breaksThatAreCountedAndNotThereAreAnError() {
        Map<String, String> stored = stored();
        stored.put("k", "1");

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessageStartingWith("account 4711 in the view: expected the field breaks, found [");

        stored.put("breaks", "[{\"expected\":1}]");

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessage("account 4711 in the view: field breaks: expected a value of its kind,"
                        + " found '[{\"expected\":1}]'");
    }

    @Test
    void anAccountThatLacksTheKeyWithMoreOfItIsAnError() {
        Map<String, String> stored = stored();
        stored.remove("parkedReason");

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessage(
                        "account 4711 in the view: expected one of [holder, breaks, openBreaks, suspense, parkedReason]"
                                + " in the key that more tells of, found none");
    }

    /** An account with a finding, so that all its kinds of fields are there. */
    private static Map<String, String> stored() {
        Map<String, String> stored = new HashMap<>();
        Account account = Fold.apply(Account.unknown("4711"), new LogEntry.Unreadable("4711", 0, "noise"));
        put(stored, AccountFields.changes(Account.unknown("4711"), account).fields());
        return stored;
    }

    private static void put(Map<String, String> stored, List<String> changes) {
        for (int i = 0; i < changes.size(); i += 2) {
            stored.put(changes.get(i), changes.get(i + 1));
        }
    }
}
