// Figures as lines of text. Pure.

/** A table of figures: value, floor, ratio to the floor, and what became of the goal. */
export function table(title, figures) {
  const lines = figures.map((one) => [
    one.name,
    withUnit(one.value, one.unit),
    one.floor === undefined ? '' : withUnit(one.floor, one.unit),
    one.ratio === undefined ? '' : `${one.ratio}`,
    goalOf(one),
  ]);
  const all = [[title, 'figure', 'floor', 'ratio', 'goal'], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A number as people read it, with its unit. */
export function withUnit(value, unit) {
  const text = Math.abs(value) >= 1_000 ? value.toLocaleString('en') : `${value}`;
  return unit === 'count' ? text : `${text} ${unit}`;
}

/** The goal and whether it is met, empty without one. */
export function goalOf({ goal, met, unit }) {
  if (!goal) return '';
  const parts = goal.map(({ of, least, most }) => {
    const bound = least === undefined ? `≤ ${most}` : `≥ ${least}`;
    return of === 'ratio' ? `ratio ${bound}` : `${bound} ${unit}`;
  });
  return `${met ? '✓' : '✗'} ${parts.join(', ')}`;
}
