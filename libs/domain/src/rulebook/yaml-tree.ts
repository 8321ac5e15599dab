import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Finding } from './finding.js';
import { canonicalDecimal } from './schema/text.js';

export type Path = readonly (string | number)[];
/** 1-based line of every value, by its dotted path. */
export type Positions = ReadonlyMap<string, number>;
export type YamlTree = {
  readonly data: unknown;
  readonly positions: Positions;
  readonly findings: readonly Finding[];
};

const MAX_CHARACTERS = 2_000_000;
const MAX_DEPTH = 60;
const MAX_VALUES = 200_000; // aliases may repeat a value, so the text's length does not bound this

/** Where a path stands in the file; the nearest value above it when it is not there itself, else 1. */
export function lineAt(positions: Positions, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const line = positions.get(path.slice(0, length).join('.'));
    if (line !== undefined) return line;
  }
  return 1;
}

function fault(line: number, path: Path, en: string, zh: string): Finding {
  return {
    code: 'LINT_YAML',
    line,
    path: path.join('.'),
    rule: null,
    clause: null,
    message: en,
    messageZh: zh,
  };
}

/** A YAML number: whole numbers as numbers, all others by the digits in the source, never through a float. */
function readNumber(value: number, source: string | undefined): number | string {
  const text = canonicalDecimal(source ?? String(value));
  return Number.isSafeInteger(value) && /^-?\d+$/.test(text) ? value : text;
}

class Stop extends Error {}

/** Reads nodes into plain data and notes the line of each. */
function reader(document: Document, lines: LineCounter, positions: Map<string, number>, findings: Finding[]) {
  let values = 0;
  const lineOf = (node: Node | null | undefined) => (node?.range ? lines.linePos(node.range[0]).line : 1);
  const read = (node: unknown, path: Path, line: number): unknown => {
    values += 1;
    if (values > MAX_VALUES || path.length > MAX_DEPTH) {
      findings.push(
        fault(line, path, 'The file is nested too deeply or too large.', '文件嵌套过深或内容过多。'),
      );
      throw new Stop();
    }
    positions.set(path.join('.'), line);
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target !== undefined) return read(target, path, line);
      findings.push(
        fault(line, path, `Nothing is named "&${node.source}".`, `没有名为“&${node.source}”的内容。`),
      );
      return null;
    }
    if (isScalar(node)) {
      if (typeof node.value === 'string' && /\p{Surrogate}/u.test(node.value)) {
        findings.push(fault(line, path, 'The text holds half a character.', '文字中含有不完整的字符。'));
      }
      return typeof node.value === 'number' ? readNumber(node.value, node.source) : scalar(node.value);
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => read(item, [...path, index], lineOf(item as Node)));
    }
    if (!isMap(node)) return null;
    const map: Record<string, unknown> = {};
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const key = isScalar(keyNode) ? String(keyNode.source ?? keyNode.value) : '?';
      const at = lineOf(keyNode);
      if (key === '__proto__') {
        findings.push(
          fault(at, [...path, key], `The key "${key}" is not allowed.`, `不允许使用键“${key}”。`),
        );
      } else map[key] = read(pair.value, [...path, key], at);
    }
    return map;
  };
  return read;
}

function scalar(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : String(value);
}

/**
 * Reads YAML (or JSON, which is YAML) into plain data with the line of every value. Never throws: syntax
 * errors, duplicate keys, several documents and oversized files come back as `LINT_YAML` findings.
 */
export function readYamlTree(text: string): YamlTree {
  const positions = new Map<string, number>();
  const findings: Finding[] = [];
  if (text.length > MAX_CHARACTERS) {
    return { data: null, positions, findings: [fault(1, [], 'The file is too large.', '文件过大。')] };
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    for (const { pos, message } of [...document.errors, ...document.warnings]) {
      const { line } = lines.linePos(pos[0]);
      findings.push(fault(line || 1, [], message, `YAML 语法错误：${message}`));
    }
    const read = reader(document, lines, positions, findings);
    const data = document.errors.length > 0 ? null : read(document.contents, [], 1);
    return { data, positions, findings };
  } catch (error) {
    // The YAML reader is recursive: a hostile nesting ends in a RangeError, which is the file's fault.
    if (!(error instanceof Stop)) {
      findings.push(fault(1, [], 'The file cannot be read as YAML.', '文件无法按 YAML 读取。'));
    }
    return { data: null, positions, findings };
  }
}
