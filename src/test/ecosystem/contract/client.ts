// A client of types that openapi-typescript makes of the contract.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Account = components["schemas"]["Account"];

const api = createClient<paths>({ baseUrl: `${process.argv[2]}/api/v1` });

function key(): string {
  return crypto.randomUUID();
}

const opened = await api.POST("/accounts", {
  params: { header: { "Idempotency-Key": key() } },
  body: { account: "TS-1", currency: "EUR" },
});
if (opened.data?.state !== "accepted") {
  throw new Error(JSON.stringify(opened.error));
}

const deposited = await api.POST("/accounts/{id}/deposits", {
  params: { path: { id: "TS-1" }, header: { "Idempotency-Key": key() } },
  body: { amount: "125.00", currency: "EUR", text: "SALARY" },
});
const position = deposited.response.headers.get("Banku-Position") ?? "";

const declined = await api.POST("/accounts/{id}/withdrawals", {
  params: { path: { id: "TS-1" }, header: { "Idempotency-Key": key() } },
  body: { amount: "125.01", currency: "EUR" },
});
console.log(declined.error?.status, declined.error?.code, declined.error?.reason);

const { data } = await api.GET("/accounts/{id}", {
  params: { path: { id: "TS-1" }, header: { "Banku-Min-Position": position } },
});
const account: Account | undefined = data;
console.log(account?.balance?.amount, account?.status, account?.version);

let cursor: string | undefined;
let count = 0;
do {
  const page = await api.GET("/accounts", { params: { query: { prefix: "TS-", limit: 1, cursor } } });
  count += page.data?.items.length ?? 0;
  cursor = page.data?.next;
} while (cursor);
console.log(count);
