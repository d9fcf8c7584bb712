// Text with places in double braces: the texts between the places, and the expression in each. Evaluates nothing.
import { UserError } from '../errors';

export interface TemplateParts {
  /** One more than there are places. */
  texts: readonly string[];
  places: readonly string[];
}

const place = /\{\{([\s\S]*?)\}\}/g;
const shownCharacters = 60;

/** Cuts a template. Throws UserError `nodes.template-open` for a place that is not closed. */
export function templateParts(source: string): TemplateParts {
  // Split puts what the braces held between the texts.
  const pieces = source.split(place);
  const texts = pieces.filter((_, at) => at % 2 === 0);
  const open = texts.find((text) => text.includes('{{'));
  if (open !== undefined) {
    const shown = open.slice(open.indexOf('{{')).slice(0, shownCharacters);
    throw new UserError('nodes.template-open', { values: { place: shown } });
  }
  return { texts, places: pieces.filter((_, at) => at % 2 === 1).map((expression) => expression.trim()) };
}
