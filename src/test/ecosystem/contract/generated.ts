// A client that openapi-generator makes of the contract.
import { AccountsApi, CommandsApi, Configuration, ResponseError } from "./typescript-fetch/index.js";

const configuration = new Configuration({ basePath: `${process.argv[2]}/api/v1` });
const commands = new CommandsApi(configuration);
const accounts = new AccountsApi(configuration);

await commands.openAccount({
  idempotencyKey: crypto.randomUUID(),
  opening: { account: "GEN-1", currency: "EUR" },
});
const deposited = await commands.deposit({
  id: "GEN-1",
  idempotencyKey: crypto.randomUUID(),
  movement: { amount: "70.00", currency: "EUR" },
});
try {
  await commands.withdraw({
    id: "GEN-1",
    idempotencyKey: crypto.randomUUID(),
    movement: { amount: "70.01", currency: "EUR" },
  });
} catch (declined) {
  if (!(declined instanceof ResponseError)) {
    throw declined;
  }
  const problem = await declined.response.json();
  console.log(problem.status, problem.reason);
}
const account = await accounts.getAccount({ id: "GEN-1", bankuMinPosition: deposited.position });
console.log(account.balance?.amount, account.status, account.updatedAt instanceof Date);
const page = await accounts.listAccounts({ prefix: "GEN-", _with: "breaks" });
console.log(page.items.length);
