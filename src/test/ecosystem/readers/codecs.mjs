// How many records KafkaJS reads of each topic without a codec, or what it says; and of the last one with lz4's:
// node codecs.mjs localhost:9092 TOPIC,TOPIC
import { committed } from './committed.mjs';

const [, , servers, topics] = process.argv;
for (const topic of topics.split(',')) console.log(topic, await read(topic));
await import('./lz4.mjs');
const last = topics.split(',').pop();
console.log(last, await read(last));
process.exit(0);

async function read(topic) {
  let count = 0;
  try {
    await committed(servers, topic, () => { count += 1; });
    return count;
  } catch (failed) {
    return failed.message;
  }
}
