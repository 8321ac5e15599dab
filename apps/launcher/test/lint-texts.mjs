/**
 * Runs as a process of its own (ESLint loads its configuration in ways Jest's module system does not follow):
 * reads `[{ file, text }]` from standard input and prints, for each, the rules it breaks. `file` must exist, so that
 * its place in a project and in the type-checked tree is known; its text is replaced.
 */
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const eslint = new ESLint();
const broken = [];
for (const { file, text: code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  broken.push(result.messages.map(({ ruleId, message }) => ({ rule: ruleId ?? 'unreadable', message })));
}
process.stdout.write(JSON.stringify(broken));
