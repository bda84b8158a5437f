// Every event but those of one account against the schema that it names, as the process serves it:
// node schemas.mjs localhost:9092 http://localhost:8080 ACCOUNT
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { committed } from './committed.mjs';
import './lz4.mjs';

const [, , servers, api, but] = process.argv;
const events = [];
await committed(servers, 'banku.events', ({ key, value, headers }) => {
  if (key?.toString() === but) return;
  events.push({ name: headers.ce_dataschema.toString(), value: JSON.parse(value.toString()) });
});
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
for (const name of new Set(events.map((event) => event.name))) {
  ajv.addSchema(await (await fetch(`${api}/schemas/${name}`)).json());
}
let wrong = 0;
for (const { name, value } of events) {
  const validate = ajv.getSchema(name);
  if (!validate(value)) {
    wrong += 1;
    console.error(name, JSON.stringify(value), ajv.errorsText(validate.errors));
  }
}
console.log(`${events.length - wrong} of ${events.length} events`);
process.exit(wrong);
