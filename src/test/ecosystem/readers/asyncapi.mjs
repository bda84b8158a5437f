// The AsyncAPI document as the process serves it, by AsyncAPI's own parser: node asyncapi.mjs http://localhost:8080
import { Parser, fromURL } from '@asyncapi/parser';

const { document, diagnostics } = await fromURL(new Parser(), `${process.argv[2]}/asyncapi.yaml`).parse();
// 0 and 1 are errors and warnings; 2 tells that there is a later version of AsyncAPI
const findings = diagnostics.filter(({ severity }) => severity < 2);
findings.forEach(({ code, path, message }) => console.error(code, path.join('.'), message));
console.log(`${document.allChannels().length} channels, ${document.allMessages().length} messages`);
for (const message of document.allMessages()) console.log(message.id(), message.payload().json().title ?? '');
process.exit(findings.length);
