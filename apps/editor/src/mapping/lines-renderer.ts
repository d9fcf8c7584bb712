// How a line that holds lines draws them, without importing what draws it.
import { createContext, type ComponentType } from 'react';
import type { MappingLine } from '@eclusa/flow';

export interface InnerLinesProps {
  id: string;
  lines: readonly MappingLine[];
  onChange: (lines: readonly MappingLine[]) => void;
}

export const LinesRenderer = createContext<ComponentType<InnerLinesProps> | null>(null);
