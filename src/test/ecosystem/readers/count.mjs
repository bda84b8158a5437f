// How many events KafkaJS reads as it is, without a codec; or what it says: node count.mjs localhost:9092
import { committed } from './committed.mjs';

let count = 0;
try {
  await committed(process.argv[2], 'banku.events', () => { count += 1; });
  console.log(count);
} catch (failed) {
  console.log(failed.message);
}
process.exit(0);
