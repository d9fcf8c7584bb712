// What fields may know of the place they stand in: sample rows, functions, the flow's connections.
// A form outside a flow (a connection's own settings) gives none of it, and the fields do without.
import { createContext, useContext, type ComponentType } from 'react';
import type { Json, KnownField, Row } from '@eclusa/flow';
import type { Connection, ExpressionFunction } from '../api/types';

/** How the connection field reads and changes the flow's slots, so that a person only sees connections. */
export interface ConnectionScope {
  /** The connection bound to a slot for the chosen store. */
  boundTo(slotId: string): string | undefined;
  /** The name the flow gave the slot. */
  slotName(slotId: string): string | undefined;
  /** Makes sure a slot leads to the connection, and answers its id. */
  slotFor(connection: { id: string; kind: string; name: string }, current: string | undefined): string;
  /** The form that makes a connection on the spot. Given from outside: it draws fields itself. */
  NewConnection: ComponentType<{
    accepts: readonly string[];
    onSaved: (connection: Connection) => void;
    onCancel: () => void;
  }>;
}

export interface FieldScope {
  /** The flow the form belongs to. */
  flowId?: string;
  /** Rows that enter the box, from the last test or sample. */
  rows: readonly Row[];
  /** Index of the row whose results are shown; the first without it. */
  at?: number;
  /** Fields of these rows that are known without any row. */
  known?: readonly KnownField[];
  parameters: Readonly<Record<string, Json>>;
  functions: readonly ExpressionFunction[];
  connections?: ConnectionScope;
  /** Fetches sample rows; absent where there is nothing upstream. */
  sample?: { load: () => void; loading: boolean };
}

const nothing: FieldScope = { rows: [], parameters: {}, functions: [] };

const FieldScopeContext = createContext<FieldScope>(nothing);

export const FieldScopeProvider = FieldScopeContext.Provider;

/** The scope of the form this field stands in. */
export function useFieldScope(): FieldScope {
  return useContext(FieldScopeContext);
}

/** The row whose values and results are shown. */
export function useSampleRow(): Row | undefined {
  const { rows, at = 0 } = useFieldScope();
  return rows[at] ?? rows[0];
}
