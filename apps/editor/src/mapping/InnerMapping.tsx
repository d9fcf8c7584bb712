// The mapping within a mapping: the fields of a group, or of every entry of a list.
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isJsonObject,
  readRecipe,
  recipeExpression,
  type MappingLine as Line,
  type Origin,
  type Row,
} from '@eclusa/flow';
import { FieldScopeProvider, useFieldScope, useSampleRow } from '../fields/field-scope';
import { valueAt } from '../fields/mapping-mode';
import { LinesRenderer } from './lines-renderer';
import classes from './mapper.module.css';

export interface InnerMappingProps {
  id: string;
  expression: string;
  onChange: (expression: string) => void;
}

/** Its rows are the entries of the list in the row shown; a group sees the whole row. */
export function InnerMapping({ id, expression, onChange }: InnerMappingProps) {
  const { t } = useTranslation();
  const Lines = useContext(LinesRenderer);
  const origin = originOf(expression);
  const scope = useInnerScope(origin);
  if (!Lines) return null;
  const change = (lines: readonly Line[]) =>
    onChange(recipeExpression({ origin: { ...origin, lines }, steps: [] }));
  return (
    <div className={classes.inner}>
      <p>
        {origin.kind === 'list'
          ? t('mapping.list.inside', { name: origin.names.join('.') })
          : t('mapping.group.inside')}
      </p>
      <FieldScopeProvider value={scope}>
        <Lines id={`${id}-in`} lines={origin.lines} onChange={change} />
      </FieldScopeProvider>
    </div>
  );
}

type Inner = Extract<Origin, { kind: 'list' | 'object' }>;

function originOf(expression: string): Inner {
  const origin = readRecipe(expression)?.origin;
  return origin?.kind === 'list' || origin?.kind === 'object' ? origin : { kind: 'object', lines: [] };
}

function useInnerScope(origin: Inner) {
  const scope = useFieldScope();
  const row = useSampleRow();
  const path = origin.kind === 'list' ? JSON.stringify(origin.names) : null;
  return useMemo(() => {
    if (path === null) return scope;
    const list = valueAt(row, JSON.parse(path) as string[]);
    const rows: Row[] = (Array.isArray(list) ? list : [list ?? null]).filter(isJsonObject);
    const { sample: _sample, ...rest } = scope;
    return { ...rest, rows, at: 0 };
  }, [scope, row, path]);
}
