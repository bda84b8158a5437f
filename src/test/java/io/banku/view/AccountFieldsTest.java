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
                    put(stored, new ViewStore.Change("4711", after, AccountFields.changes(before, after)).fields());
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
            # field          | value                  | message
            balance          | 12.50                  | field balance: expected a value of its kind, found '12.50'
            balance          | ''                     | field balance: expected a value of its kind, found ''
            mainframeBalance | 9223372036854775808    | field mainframeBalance: expected a value of its kind, found '9223372036854775808'
            version          | x                      | field version: expected a value of its kind, found 'x'
            offset           | 1e3                    | field offset: expected a value of its kind, found '1e3'
            limit            | none                   | field limit: expected a value of its kind, found 'none'
            status           | OPEN                   | field status: expected a value of its kind, found 'OPEN'
            currency         | EURO                   | field currency: expected a value of its kind, found 'EURO'
            openedOn         | 21.11.2026             | field openedOn: expected a value of its kind, found '21.11.2026'
            updatedAt        | today                  | field updatedAt: expected a value of its kind, found 'today'
            breakCount       | many                   | field breakCount: expected a value of its kind, found 'many'
            breaks           | [{"expected":1}]       | field breaks: expected a value of its kind, found '[{"expected":1}]'
            suspense         | {}                     | field suspense: expected a value of its kind, found '{}'
            """)
    void aFieldThatIsNotOfItsKindIsAnErrorThatNamesIt(String field, String value, String message) {
        Map<String, String> stored = stored();
        stored.put(field, value);

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessage("account 4711 in the view: " + message);
    }

    @ParameterizedTest
    @CsvSource({"balance", "mainframeBalance", "version", "offset", "limit", "status"})
    void aFieldThatEveryAccountHasMustBeThere(String field) {
        Map<String, String> stored = stored();
        stored.remove(field);

        assertThatThrownBy(() -> AccountFields.read("4711", stored))
                .isInstanceOf(CorruptAccountException.class)
                .hasMessageStartingWith("account 4711 in the view: expected the field " + field + ", found [");
    }

    /** An account with a finding, so that all its kinds of fields are there. */
    private static Map<String, String> stored() {
        Map<String, String> stored = new HashMap<>();
        Account account = Fold.apply(Account.unknown("4711"), new LogEntry.Unreadable("4711", 0, "noise"));
        put(
                stored,
                new ViewStore.Change("4711", account, AccountFields.changes(Account.unknown("4711"), account))
                        .fields());
        return stored;
    }

    private static void put(Map<String, String> stored, List<String> changes) {
        for (int i = 0; i < changes.size(); i += 2) {
            stored.put(changes.get(i), changes.get(i + 1));
        }
    }
}
