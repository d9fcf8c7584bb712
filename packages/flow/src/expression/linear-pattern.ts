// Patterns of a schema on RE2: time grows with the text, so that a row cannot freeze the process.
import { RE2JS } from 're2js';

/** The part of RegExp that a schema uses. Throws for what RE2 does not know: look-ahead and back-references. */
export class LinearPattern {
  private readonly pattern: RE2JS;

  constructor(readonly source: string) {
    this.pattern = RE2JS.compile(source);
  }

  /** Ajv tells patterns apart by this. */
  toString(): string {
    return this.source;
  }

  test(text: string): boolean {
    return this.pattern.matcher(text).find();
  }
}
