// Writes docs/nodes from the catalogue, so that the pages say what the boxes do. Build first; never edit the pages.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './setup/dependencies.mjs';

const folder = path.join(root, 'docs/nodes');
const groups = { source: 'Sources', transform: 'Transforms', vtex: 'VTEX', output: 'Outputs' };
const effects = {
  read: 'reads only',
  idempotent: 'a repeat does the same again, so it may be sent twice after a crash',
  create: 'a repeat would make a second thing, so it is never sent blindly after a crash',
};

/** The pages by file name: one per node, and README.md as the list. */
export function nodePages() {
  const require = createRequire(path.join(root, 'apps/cli/package.json'));
  const nodes = [...require('@eclusa/nodes').catalogue().values()];
  const pages = new Map(nodes.map((node) => [`${node.id}.md`, nodePage(node)]));
  return pages.set('README.md', listPage(nodes));
}

function listPage(nodes) {
  const parts = Object.entries(groups).map(([group, title]) => {
    const lines = nodes
      .filter((node) => node.group === group)
      .sort((a, b) => a.name.en.localeCompare(b.name.en))
      .map((node) => `- [${node.name.en}](${node.id}.md) (${node.name.es} · ${node.name.pt})`);
    return [`## ${title}`, '', ...lines].join('\n');
  });
  return ['# Nodes', 'Made from the catalogue by `npm run docs`.', ...parts].join('\n\n') + '\n';
}

function nodePage({
  id,
  name,
  help,
  version,
  behaviour,
  inputs,
  outputs,
  fields,
  example,
  successor,
  requests = [],
}) {
  const facts = [
    `- id: \`${id}\`, version ${version}`,
    `- kind: ${behaviour.kind}${behaviour.effect ? ` (${effects[behaviour.effect]})` : ''}`,
    `- in: ${ports(inputs)}`,
    `- out: ${ports(outputs)}`,
    ...(successor ? [`- replaced by: [\`${successor.type}\`](${successor.type}.md)`] : []),
    ...(requests.length > 0 ? [`- calls: ${requests.map((one) => `\`${one}\``).join(', ')}`] : []),
  ];
  return (
    [
      `# ${name.en}`,
      `*${name.es} · ${name.pt}*`,
      help.en,
      facts.join('\n'),
      '## Settings',
      settings(fields),
      ...targets(fields),
      '## Example',
      `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    ].join('\n\n') + '\n'
  );
}

function ports(list) {
  return list.map((port) => `\`${port.id}\` ${port.name.en}`).join(', ') || 'none';
}

function settings(fields) {
  const lines = Object.entries(fields).map(([id, field]) => {
    const needed = field.required ? 'yes' : '';
    const choices = field.choices
      ? `one of ${field.choices.map((one) => `\`${one.value}\` ${one.name.en}`).join(', ')}. `
      : field.requests
        ? `one of ${field.requests.length} requests. `
        : '';
    return `| \`${id}\` | ${cell(field.name.en)} | ${field.kind} | ${needed} | ${cell(choices + (field.help?.en ?? ''))} |`;
  });
  return ['| setting | name | kind | required | |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}

function targets(fields) {
  return Object.values(fields).flatMap((field) => {
    if (field.kind !== 'mapping' || !field.targets) return [];
    const lines = field.targets.map((target) => {
      const needed = target.required ? 'yes' : '';
      const unit = target.unit ? `${target.unit.en}. ` : '';
      return `| \`${target.id}\` | ${cell(target.name.en)} | ${target.type} | ${needed} | ${cell(unit + (target.help?.en ?? ''))} |`;
    });
    return [
      `## ${field.name.en}`,
      ['| target | name | type | required | |', '| --- | --- | --- | --- | --- |', ...lines].join('\n'),
    ];
  });
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  const pages = nodePages();
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(path.join(folder, file));
  for (const [file, text] of pages) writeFileSync(path.join(folder, file), text);
}
