// Folds the events of each file and compares the account with the one that the file ends with: node check.mjs FILE…
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { decimal, fold, unknown } from './fold.mjs';

let wrong = 0;
const files = process.argv.slice(2);
for (const file of files) {
  let account = unknown;
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const { event, account: expected } = JSON.parse(line);
    if (event) {
      account = fold(account, { ...event, fromTransfer: event.type === 'MoneyReceived' && !event.value.batch });
    } else if (expected && !isDeepStrictEqual(document(account), expected)) {
      wrong += 1;
      console.error(`${file}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(document(account))}`);
    }
  }
}
console.log(`${files.length - wrong} of ${files.length} as expected`);
process.exit(wrong || files.length === 0 ? 1 : 0);

function document({ status, currency, money, limit, holder, breakCount, suspense, parked }) {
  const amount = (minor) => decimal(minor, currency);
  return {
    status,
    ...(currency && {
      currency, balance: amount(money.balance), mainframeBalance: amount(money.mainframe), limit: amount(limit),
    }),
    ...(holder && { holder }),
    breaks: breakCount,
    ...(Object.keys(suspense).length && {
      suspense: Object.entries(suspense).sort().map(([code, waiting]) => ({
        currency: code, amount: decimal(waiting.balance, code), count: waiting.count,
      })),
    }),
    ...(parked && { parked: parked.count }),
  };
}
