// What can be completed in a formula: fields by name, functions after `$`, with what they do. No editor is drawn here.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { expressionFunctions, type Locale } from '@eclusa/flow';
import type { ExpressionFunction } from '../api/types';
import { folded } from '../canvas/search-text';
import type { FieldChoice } from './mapping-mode';
import { shortText } from './useOutcome';

const results = new Map(expressionFunctions.map(({ name, result }) => [name, result]));

/** The example of a function with what it gives. */
export function exampleText({ name, example }: ExpressionFunction): string {
  const result = results.get(name);
  return result === undefined ? example : `${example} → ${shortText(result)}`;
}

/** A source of completions over these fields and functions. */
export function formulaCompletion(
  fields: readonly FieldChoice[],
  functions: readonly ExpressionFunction[],
  locale: Locale,
) {
  const calls: Completion[] = functions.map((one) => ({
    label: `$${one.name}`,
    detail: one.help[locale],
    type: 'function',
    info: exampleText(one),
    apply: (view, _completion, from, to) => {
      const text = `$${one.name}()`;
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - 1 } });
    },
  }));
  const names: Completion[] = fields.map(({ label, expression, sample }) => ({
    label,
    apply: expression,
    detail: shortText(sample).slice(0, 40),
    type: 'property',
    boost: 10,
  }));
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[$`]?[\p{L}\p{N}_.]*/u);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    // Texts in quotes are no names.
    const before = context.state.sliceDoc(0, word.from);
    if ((before.match(/"/g)?.length ?? 0) % 2 === 1) return null;
    const typed = folded(word.text.replace('`', ''));
    const all = word.text.startsWith('$') ? calls : [...names, ...calls];
    const options = all.filter(({ label }) => folded(label).includes(typed));
    // Accents are folded here, which the editor's own filter does not do.
    return options.length === 0 ? null : { from: word.from, options: options.slice(0, 60), filter: false };
  };
}
