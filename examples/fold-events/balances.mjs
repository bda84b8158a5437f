// Reads banku.events to its end and prints the accounts' balances as CSV: node balances.mjs localhost:9092
import kafkajs from 'kafkajs';
import lz4 from 'kafkajs-lz4';
import { decimal, fold, unknown } from './fold.mjs';

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;
CompressionCodecs[CompressionTypes.LZ4] = new (lz4.default ?? lz4)().codec; // the topic's compression

const kafka = new Kafka({ brokers: [process.argv[2] ?? 'localhost:9092'], logLevel: logLevel.ERROR });
const accounts = new Map();
// what of the log had not been read when we asked: each partition up to where it ended then
const admin = kafka.admin();
await admin.connect();
const left = new Map();
for (const { partition, low, high } of await admin.fetchTopicOffsets('banku.events')) {
  if (BigInt(high) > BigInt(low)) left.set(partition, BigInt(high));
}
await admin.disconnect();

const consumer = kafka.consumer({ groupId: `fold-events-${process.pid}-${Date.now()}` });
await consumer.connect();
await consumer.subscribe({ topic: 'banku.events', fromBeginning: true });
const done = new Promise((resolve, reject) => {
  if (left.size === 0) resolve();
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  // a batch that holds nothing but control records has no message: its end counts all the same
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
    if (BigInt(payload.lastOffset) + 1n >= (left.get(payload.partition) ?? 0n)) left.delete(payload.partition);
    if (left.size === 0) resolve();
  });
});
await consumer.run({
  autoCommit: false,
  eachBatchAutoResolve: true,
  eachBatch: async ({ batch }) => {
    for (const message of batch.messages) meet(message);
  },
});
await done;
await consumer.disconnect();

function meet({ key, value, headers, offset }) {
  if (key === null) return; // about a partition, not an account
  const account = key.toString();
  const event = {
    type: headers.ce_type.toString(), id: headers.ce_id.toString(), offset: Number(offset),
    value: JSON.parse(value.toString()),
  };
  event.fromTransfer = event.type === 'MoneyReceived' && event.value.batch === undefined;
  accounts.set(account, fold(accounts.get(account) ?? unknown, event));
}

console.log('account,currency,balance,mainframeBalance');
for (const [id, { currency, money }] of [...accounts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (currency) {
    console.log([id, currency, decimal(money.balance, currency), decimal(money.mainframe, currency)].join(','));
  }
}
