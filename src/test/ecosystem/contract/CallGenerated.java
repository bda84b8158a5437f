import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AccountsApi;
import org.openapitools.client.api.CommandsApi;
import org.openapitools.client.model.Account;
import org.openapitools.client.model.Command;
import org.openapitools.client.model.Movement;
import org.openapitools.client.model.Opening;

/** A client in Java that openapi-generator makes of the contract. */
final class CallGenerated {
    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0] + "/api/v1");
        CommandsApi commands = new CommandsApi(client);
        AccountsApi accounts = new AccountsApi(client);

        commands.openAccount(key(), new Opening().account("JAVA-1").currency("EUR"), null);
        Command deposited = commands.deposit("JAVA-1", key(), amount("70.00"), null);
        try {
            commands.withdraw("JAVA-1", key(), amount("70.01"), null);
        } catch (ApiException declined) {
            System.out.println(declined.getCode() + " " + declined.getResponseBody().contains("insufficient-funds"));
        }
        Account account = accounts.getAccount("JAVA-1", null, deposited.getPosition(), null, null);
        System.out.println(account.getBalance().getAmount() + " " + account.getStatus() + " " + account.getVersion());
        System.out.println(accounts.listAccounts("JAVA-", null, null, null, null, null).getItems().size());
    }

    private static Movement amount(String amount) {
        return new Movement().amount(amount).currency("EUR");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
