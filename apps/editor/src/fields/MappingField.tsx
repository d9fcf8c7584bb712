// Which value fills which field: known targets one below the other, or lines a person names.
import { Button, Group, Input } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isJsonObject, type Json, type MappingLine as Line } from '@eclusa/flow';
import type { FieldProps } from './field-types';
import { useFieldScope } from './field-scope';
import classes from './fields.module.css';
import { FreeMapping } from './FreeMapping';
import { KnownMapping } from './KnownMapping';
import { SampleHint } from './SampleHint';
import { suggestion } from './suggest';
import { useFrame } from './useFrame';

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
  const frame = useFrame(props);
  const { rows } = useFieldScope();
  const { targets } = props.field;
  const lines = linesOf(props.value ?? (props.field.default as Json | undefined));
  const change = (next: Line[]) => props.onChange(next);
  const empty = (targets ?? []).filter(({ id }) => !lines.some((line) => line.target === id));
  const guesses = empty.flatMap((target): Line[] => {
    const expression = suggestion(target, rows);
    return expression === null ? [] : [{ target: target.id, expression }];
  });
  return (
    <Input.Wrapper {...frame} labelElement="div" id={props.id}>
      <Group gap="xs" my={6}>
        <SampleHint brief />
        {guesses.length > 0 && (
          <Button
            variant="light"
            size="compact-xs"
            title={t('fields.mapping.suggestHelp')}
            leftSection={<IconWand size={13} aria-hidden />}
            onClick={() => change([...lines, ...guesses])}
          >
            {t('fields.mapping.suggestAll')}
          </Button>
        )}
      </Group>
      <div className={classes.mapping}>
        {targets ? (
          <KnownMapping
            id={props.id}
            targets={targets}
            lines={lines}
            errors={props.errorsInside}
            onChange={change}
          />
        ) : (
          <FreeMapping id={props.id} lines={lines} errors={props.errorsInside} onChange={change} />
        )}
      </div>
    </Input.Wrapper>
  );
}
