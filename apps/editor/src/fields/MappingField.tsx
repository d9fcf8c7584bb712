// Which value fills which field: line by line here, and as a picture in a wide view over the drawing.
import { Button, Group, Input } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconVectorSpline, IconWand } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isJsonObject,
  suggestMapping,
  sureFrom,
  type Json,
  type MappingLine as Line,
  type MappingTarget,
  type Row,
  type Suggestion,
} from '@eclusa/flow';
import { LinesRenderer } from '../mapping/lines-renderer';
import { TargetSuggest } from './choice-scope';
import type { FieldProps } from './field-types';
import { useFieldScope } from './field-scope';
import classes from './fields.module.css';
import { FreeMapping } from './FreeMapping';
import { KnownMapping } from './KnownMapping';
import { expressionFor, withTarget } from './mapping-lines';
import { SampleHint } from './SampleHint';
import { useFrame } from './useFrame';

const Mapper = lazy(async () => ({ default: (await import('../mapping/Mapper')).Mapper }));

/** The lines a saved value holds; anything else in it is left out. */
export function linesOf(value: Json | undefined): Line[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isJsonObject).map(({ target, expression }) => ({
    target: typeof target === 'string' ? target : '',
    expression: typeof expression === 'string' ? expression : '',
  }));
}

/** Holds MappingLine[]. */
export function MappingField(props: FieldProps<'mapping'>) {
  const { t } = useTranslation();
  const { description, ...frame } = useFrame(props);
  const { rows } = useFieldScope();
  const [wide, { open, close }] = useDisclosure(false);
  const [proposing, setProposing] = useState(false);
  const { targets } = props.field;
  const lines = linesOf(props.value ?? (props.field.default as Json | undefined));
  const change = (next: readonly Line[]) => props.onChange([...next]);
  const proposals = useProposals(targets, rows);
  const sure = proposals.filter(
    ({ target, confidence }) => confidence >= sureFrom && expressionFor(lines, target) === '',
  );
  const show = (withProposals: boolean) => {
    setProposing(withProposals);
    open();
  };
  const shared = { id: props.id, lines, errors: props.errorsInside, onChange: change };
  return (
    <Input.Wrapper {...frame} description={description} labelElement="div" id={props.id}>
      <Group gap="xs" my={6}>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconVectorSpline size={15} aria-hidden />}
          onClick={() => show(lines.length === 0)}
        >
          {t('mapping.open')}
        </Button>
        <SampleHint brief />
        {targets && sure.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            title={t('fields.mapping.suggestHelp')}
            leftSection={<IconWand size={15} aria-hidden />}
            onClick={() =>
              change(sure.reduce((all, one) => withTarget(all, targets, one.target, one.expression), lines))
            }
          >
            {t('fields.mapping.suggestAll')} ({sure.length})
          </Button>
        )}
      </Group>
      <TargetSuggest value={props.field.suggest}>
        <LinesRenderer value={FreeMapping}>
          <div className={classes.mapping}>
            {targets ? (
              <KnownMapping {...shared} targets={targets} proposals={proposals} />
            ) : (
              <FreeMapping {...shared} />
            )}
          </div>
          {wide && (
            <Suspense>
              <Mapper
                {...shared}
                name={frame.label}
                targets={targets}
                proposals={proposals}
                proposing={proposing}
                onProposing={setProposing}
                onClose={close}
              />
            </Suspense>
          )}
        </LinesRenderer>
      </TargetSuggest>
    </Input.Wrapper>
  );
}

function useProposals(
  targets: readonly MappingTarget[] | undefined,
  rows: readonly Row[],
): readonly Suggestion[] {
  return useMemo(() => (targets ? suggestMapping(targets, rows) : []), [targets, rows]);
}
