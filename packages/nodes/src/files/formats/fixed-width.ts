// Rows of a text file whose values stand at fixed places, by a layout that the person types in.
import type { Json } from '@eclusa/flow';
import { UserError } from '@eclusa/flow';
import type { FileFormat, FileRecord } from '../file';
import { textLines, type TextChoices, type TextPlace } from '../text-lines';
import { columnError, ColumnFault, columnsOfLayout, valuesOf } from './columns';

export interface FixedWidthConfig extends TextChoices {
  layout?: Json;
  skipLines?: number;
  /** Only lines with this text at this place. */
  onlyStart?: number;
  onlyText?: string;
  shortLines?: 'blank' | 'refuse';
  [field: string]: Json | undefined;
}

export const fixedWidthFormat: FileFormat<FixedWidthConfig> = {
  endings: ['.txt', '.dat', '.prn', '.rem', '.ret'],
  async *read(file, config, at) {
    const columns = columnsOfLayout(config.layout);
    const width = Math.max(...columns.map(({ start, length }) => start + length - 1));
    const { skipLines = 0, onlyText = '', onlyStart = 1, shortLines = 'blank' } = config;
    for await (const lines of textLines(file, config, at as TextPlace | null)) {
      yield lines.flatMap(({ text, fault, excerpt, number, end }): FileRecord[] => {
        if (number <= skipLines) return [];
        const refused = (error: UserError): FileRecord[] => [
          { record: { raw: excerpt(), error }, at: () => end },
        ];
        if (fault) return refused(fault);
        if (text.trim() === '') return [];
        if (onlyText !== '' && !text.startsWith(onlyText, onlyStart - 1)) return [];
        if (shortLines === 'refuse' && text.length < width) {
          const values = { file: file.name, line: number, needed: width, found: text.length };
          return refused(new UserError('nodes.fixed-short', { values }));
        }
        const value = valuesOf(text, columns);
        if (value instanceof ColumnFault) return refused(columnError(file.name, number, value));
        return [{ record: { value }, at: () => end }];
      });
    }
  },
};
