// The call in PHP, with its curl extension.
import { isJsonObject, type Json } from '@eclusa/flow';
import { comment, indented, KEY_VARIABLE, lines, WAIT, type ExampleCall } from './example';

export function phpOf(call: ExampleCall): string {
  return lines(
    `<?php`,
    comment('//', call.comments.key),
    `$body = ${literal(call.body)};`,
    `$call = curl_init(${quoted(call.url)});`,
    `curl_setopt_array($call, [`,
    `    CURLOPT_POST => true,`,
    `    CURLOPT_RETURNTRANSFER => true,`,
    `    CURLOPT_TIMEOUT => 60,`,
    `    CURLOPT_HTTPHEADER => [`,
    `        'Authorization: Bearer ' . getenv('${KEY_VARIABLE}'),`,
    `        'Content-Type: application/json',`,
    `        ${comment('//', call.comments.again)}`,
    `        'Idempotency-Key: ' . bin2hex(random_bytes(16)),`,
    call.waits && `        'Prefer: ${WAIT}',`,
    `    ],`,
    `    CURLOPT_POSTFIELDS => json_encode($body, JSON_THROW_ON_ERROR),`,
    `]);`,
    `$answer = curl_exec($call);`,
    `if ($answer === false) {`,
    `    throw new RuntimeException(curl_error($call));`,
    `}`,
    `echo curl_getinfo($call, CURLINFO_RESPONSE_CODE), ' ', $answer, PHP_EOL;`,
  );
}

/** A value as PHP writes it; an empty object is one, since an empty array would become a list. */
export function literal(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return block(value.map(literal));
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value);
  if (members.length === 0) return 'new stdClass()';
  // Names that look like numbers would become numbers, and the whole a list.
  const isMap = members.some(([name]) => !/^\d+$/.test(name));
  const array = block(members.map(([name, member]) => `${quoted(name)} => ${literal(member)}`));
  return isMap ? array : `(object) ${array}`;
}

function block(parts: readonly string[]): string {
  if (parts.length === 0) return '[]';
  return `[\n${parts.map((part) => `    ${indented(part, 4)},`).join('\n')}\n]`;
}

/** Within single quotes only these two mean anything. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
