// Each event as the SDK of CloudEvents understands it, a line of JSON each: node cloud-events.mjs localhost:9092
import { Kafka } from 'cloudevents';
import { committed } from './committed.mjs';
import './lz4.mjs';

await committed(process.argv[2], 'banku.events', ({ key, value, headers, offset }, partition) => {
  const texts = Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, bytes.toString()]));
  const message = { headers: texts, value: value.toString(), ...(key && { key: key.toString() }) };
  const event = Kafka.toEvent(message);
  event.validate(); // throws where it is none
  console.log(JSON.stringify({ partition, offset: Number(offset), event }));
});
process.exit(0);
