// The XML parser for files. Its own class sets handlers by name, and with more than a few of them V8 turns such an object
// into a table: a quarter of the speed. Objects of a class of our own keep their shape (`npm run sources -w bench` shows it).
import { SaxesParser } from 'saxes';

/** Knows no namespaces: names come as they are written. */
export class QuickParser extends SaxesParser<{ xmlns: false }> {
  constructor() {
    super({ xmlns: false });
  }
}
