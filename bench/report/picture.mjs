// The picture of the report: each figure that has a floor as a bar, the floor as the line all bars are measured by. An SVG
// that follows the reader's light or dark scheme. Pure.
import { withUnit } from './table.mjs';

const width = 940;
const rowHeight = 26;
const left = 330;
/** Where the floor stands: room to its right for what is above it. */
const floorAt = 640;
const most = 1.1;

/** Parts whose ratio says how near to the floor they come. */
const shown = [
  ['bulk', 'Bulk: rows a second'],
  ['triggers', 'Triggers: runs a second'],
  ['scale', 'Scale: rows a second, store answers after 50 ms'],
  ['expressions', 'Expressions: evaluations a second'],
];

const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .head { font-weight: 600 } .quiet { fill: #59636e }
  .bar { fill: #1a7fa8 } .missed { fill: #b4690e } .floor { stroke: #59636e; stroke-dasharray: 3 3 }
  .goal { stroke: #1f2328; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .quiet { fill: #9198a1 }
    .bar { fill: #4fb3d9 } .missed { fill: #e3a046 } .floor { stroke: #9198a1 } .goal { stroke: #e6edf3 }
  }`;

/** The report as SVG text. Figures in milliseconds have no place: less is better there. */
export function picture(report) {
  const blocks = shown
    .filter(([name]) => report[name])
    .map(([name, title]) => ({
      title,
      figures: report[name].figures.filter((one) => one.ratio !== undefined && one.unit !== 'ms'),
    }));
  let y = 44;
  const drawn = blocks.map(({ title, figures }) => {
    const head = text(16, (y += 8) + 14, title, 'head');
    y += rowHeight;
    const rows = figures.map((one) => row(one, (y += rowHeight) - rowHeight));
    return [head, ...rows].join('\n');
  });
  const height = y + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>Eclusa beside the floor measured in the same run</title>
<style>${style}
</style>
<line class="floor" x1="${floorAt}" x2="${floorAt}" y1="36" y2="${height - 16}"/>
${text(floorAt, 26, 'floor = 1', 'quiet', 'middle')}
${text(left, 26, 'mark = goal, orange = missed', 'quiet')}
${drawn.join('\n')}
</svg>
`;
}

function row({ name, value, unit, ratio, goal, met }, y) {
  const scale = floorAt - left;
  const length = Math.max(2, Math.min(ratio, most) * scale);
  const least = goal?.find((one) => one.of === 'ratio')?.least;
  const at = left + least * scale;
  return [
    text(28, y + 15, name),
    `<rect class="bar${met === false ? ' missed' : ''}" x="${left}" y="${y + 3}" width="${length.toFixed(1)}" height="16" rx="2"/>`,
    ...(least === undefined ? [] : [`<line class="goal" x1="${at}" x2="${at}" y1="${y}" y2="${y + 22}"/>`]),
    text(width - 16, y + 15, `${ratio} · ${withUnit(value, unit)}`, 'quiet', 'end'),
  ].join('\n');
}

function text(x, y, content, kind, anchor) {
  const attributes = [`x="${x}"`, `y="${y}"`, kind && `class="${kind}"`, anchor && `text-anchor="${anchor}"`];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escaped(content)}</text>`;
}

function escaped(content) {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
