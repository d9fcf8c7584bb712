// What every view of the page is given.
import type { Locale } from './locale';

export interface View {
  locale: Locale;
  query: URLSearchParams;
  /** Address of this page with these parameters; the language stays. */
  link(parameters: Record<string, string>): string;
}
