// Draws a whole form from field descriptions: what is shown, what hides behind "more settings", errors in place.
import { Button, Collapse, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldFor, type Field, type Fields, type Json } from '@eclusa/flow';
import { shownFields } from './defaults';
import { FieldInput } from './FieldInput';
import { errorsOf } from './errors-inside';
import { FieldRenderer } from './field-types';
import { FormScopeProvider } from './form-scope';

export interface FieldFormProps {
  /** Prefixes the fields' DOM ids: `${idPrefix}-${fieldId}`. */
  idPrefix: string;
  fields: Fields;
  values: Readonly<Record<string, Json>>;
  onChange: (fieldId: string, value: Json | undefined) => void;
  /** Sets several fields in one step; without it, fields that fill others do nothing. */
  onFill?: (values: Readonly<Record<string, Json>>) => void;
  /** Sentences by path: `price`, `mapping.basePrice`, `columns.2.name`. */
  errors?: Readonly<Record<string, string | undefined>>;
  /** Secrets the server already keeps. */
  secretsSet?: readonly string[];
}

/** Used for a box's settings and for a connection's alike. */
export function FieldForm(props: FieldFormProps) {
  const { fields, values, errors = {}, onFill } = props;
  const { t } = useTranslation();
  const [open, { toggle }] = useDisclosure(false);
  const shown = shownFields(fields, values);
  const basic = shown.filter((id) => !fields[id]!.advanced);
  const advanced = shown.filter((id) => fields[id]!.advanced);
  // An error inside a closed part could not be found.
  const opened = open || advanced.some((id) => errorsOf(errors, id).any);
  const scope = useMemo(
    () => ({
      values,
      fill: (given: Readonly<Record<string, Json>>) =>
        onFill?.(Object.fromEntries(Object.entries(given).filter(([id]) => fields[id]))),
    }),
    [values, fields, onFill],
  );
  return (
    <FieldRenderer value={FieldInput}>
      <FormScopeProvider value={scope}>
        <Stack gap="md">
          <FieldStack {...props} ids={basic} />
          {advanced.length > 0 && (
            <div>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={toggle}
                aria-expanded={opened}
                rightSection={
                  <IconChevronDown size={14} style={{ rotate: opened ? '180deg' : '0deg' }} aria-hidden />
                }
              >
                {t('fields.more')}
              </Button>
              <Collapse expanded={opened}>
                <Stack gap="md" pt="sm">
                  {opened && <FieldStack {...props} ids={advanced} />}
                </Stack>
              </Collapse>
            </div>
          )}
        </Stack>
      </FormScopeProvider>
    </FieldRenderer>
  );
}

function FieldStack({ ids, ...props }: FieldFormProps & { ids: readonly string[] }) {
  const { fields, values, errors = {}, secretsSet = [] } = props;
  return ids.map((id) => (
    <FieldInput
      key={keyOf(id, fields[id]!, values)}
      id={`${props.idPrefix}-${id}`}
      field={fieldFor(fields[id]!, values)}
      value={values[id]}
      onChange={(value) => props.onChange(id, value)}
      error={errors[id]}
      errorsInside={errorsOf(errors, id).inside}
      secretSet={secretsSet.includes(id)}
    />
  ));
}

/** A mapping whose targets depend on a choice starts anew with each choice. */
function keyOf(id: string, field: Field, values: Readonly<Record<string, Json>>): string {
  if (field.kind !== 'mapping' || !field.targetsBy) return id;
  return `${id}.${JSON.stringify(values[field.targetsBy.field] ?? null)}`;
}
