// Every record of the topics, but those of one key, against the messages that the AsyncAPI document says there are:
// node topics.mjs localhost:9092 http://localhost:8080 KEY
import { Parser, fromURL } from '@asyncapi/parser';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { committed } from './committed.mjs';
import './lz4.mjs';

const [, , servers, api, but] = process.argv;
const { document } = await fromURL(new Parser(), `${api}/asyncapi.yaml`).parse();
let wrong = 0;
for (const channel of document.allChannels().all()) {
  const ajv = new Ajv({ strict: true, allErrors: true, inlineRefs: false });
  addFormats(ajv);
  const payloads = channel.messages().all().map((message) => ajv.compile(plain(message.payload().json())));
  let all = 0;
  await committed(servers, channel.address(), ({ key, value }) => {
    if (value === null || key?.toString() === but) return; // a tombstone says nothing
    const told = JSON.parse(value.toString());
    all += 1;
    if (!payloads.some((is) => is(told))) {
      wrong += 1;
      console.error(channel.address(), payloads.map((is) => ajv.errorsText(is.errors)).join(' | '), JSON.stringify(told));
    }
  });
  console.log(`${channel.address()} ${all}`);
}
process.exit(wrong);

/** Without what the parser has added, which is no JSON Schema. */
function plain(schema) {
  return JSON.parse(JSON.stringify(schema, (name, value) => (name.startsWith('x-parser-') || name === '$id' ? undefined : value)));
}
