// node check.mjs FILE...: each manifest must hold what its schema wants, and nothing that the schema does not know.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const faults = [];
const typed = [];
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    faults.push(...document.errors.map((error) => `${file}: ${error.message}`));
    const manifest = document.toJS();
    const module = `kubernetes-models/${manifest.apiVersion}/${manifest.kind}`;
    const { [manifest.kind]: Model } = await import(module);
    try {
      new Model(manifest).validate();
    } catch (error) {
      faults.push(`${file} ${manifest.kind}: ${error.message}`);
    }
    typed.push(`import { I${manifest.kind} as T${typed.length} } from '${module}';
      const m${typed.length}: T${typed.length} = ${JSON.stringify(manifest)};`);
    console.log(`${manifest.kind} ${manifest.metadata.name}`);
  }
}

// A JSON schema of Kubernetes takes any key; the types do not.
const host = ts.createCompilerHost({});
const { getSourceFile, fileExists, readFile } = host;
const name = `${process.cwd()}/manifests.ts`;
host.fileExists = (file) => file === name || fileExists(file);
host.readFile = (file) => (file === name ? typed.join('\n') : readFile(file));
host.getSourceFile = (file, ...rest) =>
  file === name ? ts.createSourceFile(file, typed.join('\n'), rest[0]) : getSourceFile(file, ...rest);
const moduleResolution = ts.ModuleResolutionKind.Node10;
const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], moduleResolution };
for (const found of ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))) {
  faults.push(ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}
faults.forEach((fault) => console.error(fault));
process.exit(faults.length ? 1 : 0);
