// The call in TypeScript: the fetch of Node and of browsers, no package needed.
import { comment, indented, jsonOf, KEY_VARIABLE, lines, WAIT, type ExampleCall } from './example';

export function typescriptOf(call: ExampleCall): string {
  return lines(
    comment('//', call.comments.key),
    `const answer = await fetch(${JSON.stringify(call.url)}, {`,
    `  method: 'POST',`,
    `  headers: {`,
    `    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,`,
    `    'Content-Type': 'application/json',`,
    `    ${comment('//', call.comments.again)}`,
    `    'Idempotency-Key': crypto.randomUUID(),`,
    call.waits && `    Prefer: '${WAIT}',`,
    `  },`,
    `  body: JSON.stringify(${indented(jsonOf(call), 2)}),`,
    `});`,
    `const result = await answer.json();`,
    `if (!answer.ok) throw new Error(\`\${answer.status} \${result.code}: \${result.detail}\`);`,
    `console.log(answer.status, result);`,
  );
}
