package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Account;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.RandomEvents;
import io.banku.docs.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever reads an account in Redis finds each of its fields on the operators' page, and no other there. */
class FieldsInDocsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");

    @Test
    void theOperatorsPageListsTheFieldsOfAnAccount() {
        Set<String> listed = new TreeSet<>();
        String text =
                Page.of("docs/operations.md").section("What is written where").text();
        ROW.matcher(text.substring(text.indexOf("| field | says |")))
                .results()
                .forEach(row ->
                        listed.addAll(List.of(row.group(1).replace("`", "").split(", "))));

        assertThat(listed).isEqualTo(fields());
    }

    /** Of accounts that met anything that there is. */
    private static Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        for (long seed = 0; seed < 50; seed++) {
            Account account = Account.unknown("4711");
            for (LogEntry entry : new RandomEvents(seed).log(60, List.of("4711"))) {
                account = Fold.apply(account, entry);
            }
            List<String> whole = AccountFields.whole(account).fields();
            for (int i = 0; i < whole.size(); i += 2) {
                fields.add(whole.get(i));
            }
        }
        return fields;
    }
}
