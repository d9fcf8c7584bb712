// Another flow of the workspace, chosen by name. The setting holds its id.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFlows } from '../api/flows';
import type { FieldProps } from './field-types';
import { useFieldScope } from './field-scope';
import { useFrame } from './useFrame';

/** Every flow but the one whose form this is. One that is gone keeps its place, and says so. */
export function FlowField(props: FieldProps<'flow'>) {
  const { t } = useTranslation();
  const { flowId } = useFieldScope();
  const list = useFlows();
  const value = typeof props.value === 'string' ? props.value : null;
  const data = (list.data ?? [])
    .filter(({ id }) => id !== flowId)
    .map(({ id, name }) => ({ value: id, label: name }));
  const isGone = value !== null && list.data !== undefined && !data.some((one) => one.value === value);
  return (
    <Select
      {...useFrame(props)}
      data={isGone ? [...data, { value, label: t('fields.flow.gone') }] : data}
      value={value}
      searchable
      placeholder={t('fields.flow.choose')}
      nothingFoundMessage={t('fields.flow.none')}
      onChange={(id) => props.onChange(id ?? undefined)}
    />
  );
}
