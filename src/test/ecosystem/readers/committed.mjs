// All records of a topic that were there when it was asked, by KafkaJS: only those that were committed.
import kafkajs from 'kafkajs';

const { Kafka, logLevel } = kafkajs;

export async function committed(servers, topic, meet) {
  const kafka = new Kafka({ brokers: [servers], logLevel: logLevel.NOTHING, retry: { retries: 2 } });
  const admin = kafka.admin();
  await admin.connect();
  const left = new Map();
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (BigInt(high) > BigInt(low)) left.set(partition, BigInt(high));
  }
  await admin.disconnect();
  const consumer = kafka.consumer({ groupId: `readers-${process.pid}-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const done = new Promise((resolve, reject) => {
    if (left.size === 0) resolve();
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      if (BigInt(payload.lastOffset) + 1n >= (left.get(payload.partition) ?? 0n)) left.delete(payload.partition);
      if (left.size === 0) resolve();
    });
  });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => batch.messages.forEach((message) => meet(message, batch.partition)),
  });
  try {
    await done;
  } finally {
    await consumer.disconnect();
  }
}
