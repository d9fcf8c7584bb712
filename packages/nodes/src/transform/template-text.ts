// Text with places in double braces, filled from a row. What is filled in is escaped for where the text will stand.
import { templateParts, UserError, type Json, type Row } from '@eclusa/flow';
import { evaluator, withValues } from './evaluation';

export type TemplateEscape = 'none' | 'html' | 'xml' | 'json' | 'url';

export interface TemplateOptions {
  escape: TemplateEscape;
  /** A place without a value fails the row rather than staying empty. */
  strict: boolean;
}

/** Fills the template from a row; a Promise only where an expression needs one. */
export type FillTemplate = (row: Row) => string | Promise<string>;

/** Reads a template. Throws UserError `nodes.template-open`, and what an expression that cannot be read throws. */
export function template(
  source: string,
  { escape, strict }: TemplateOptions,
  parameters: Readonly<Record<string, Json>>,
): FillTemplate {
  const { texts, places } = templateParts(source);
  const reads = places.map((expression) => evaluator(expression, `{{${expression}}}`, parameters));
  return (row) =>
    withValues(
      reads.map((read) => read(row)),
      (values) =>
        texts
          .map((text, at) => text + (at < places.length ? filled(values[at], places[at] as string) : ''))
          .join(''),
    );

  function filled(value: Json | undefined, expression: string): string {
    if (strict && (value === undefined || value === null || value === '')) {
      throw new UserError('nodes.template-empty', { values: { place: `{{${expression}}}` } });
    }
    return escaped(written(value), escape);
  }
}

function written(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string, escape: TemplateEscape): string {
  switch (escape) {
    case 'html':
    case 'xml':
      return text.replace(/[&<>"']/g, (mark) => entities[mark] as string);
    case 'json':
      return JSON.stringify(text).slice(1, -1);
    case 'url':
      return encodeURIComponent(text);
    case 'none':
      return text;
  }
}
