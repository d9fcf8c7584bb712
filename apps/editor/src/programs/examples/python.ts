// The call in Python: what comes with Python 3, no package needed.
import { isJsonObject, type Json } from '@eclusa/flow';
import { comment, indented, KEY_VARIABLE, lines, WAIT, type ExampleCall } from './example';

export function pythonOf(call: ExampleCall): string {
  return lines(
    comment('#', call.comments.key),
    `import json, os, urllib.error, urllib.request, uuid`,
    ``,
    `body = ${literal(call.body)}`,
    `request = urllib.request.Request(`,
    `    ${JSON.stringify(call.url)},`,
    `    method="POST",`,
    `    data=json.dumps(body).encode("utf-8"),`,
    `    headers={`,
    `        "Authorization": "Bearer " + os.environ["${KEY_VARIABLE}"],`,
    `        "Content-Type": "application/json",`,
    `        ${comment('#', call.comments.again)}`,
    `        "Idempotency-Key": str(uuid.uuid4()),`,
    call.waits && `        "Prefer": "${WAIT}",`,
    `    },`,
    `)`,
    `try:`,
    `    with urllib.request.urlopen(request, timeout=60) as answer:`,
    `        print(answer.status, json.load(answer))`,
    `except urllib.error.HTTPError as problem:`,
    `    print(problem.code, problem.read().decode("utf-8"))`,
  );
}

/** A value as Python writes it. Texts of JSON are texts of Python. */
export function literal(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return block('[', value.map(literal), ']');
  if (!isJsonObject(value)) return JSON.stringify(value);
  return block(
    '{',
    Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${literal(member)}`),
    '}',
  );
}

function block(open: string, parts: readonly string[], close: string): string {
  if (parts.length === 0) return open + close;
  return `${open}\n${parts.map((part) => `    ${indented(part, 4)},`).join('\n')}\n${close}`;
}
