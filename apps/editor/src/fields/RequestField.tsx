// A list of hundreds of requests to search; choosing one fills the other fields of the form.
import { useMemo } from 'react';
import { Select, Text, type ComboboxItem } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { requestFills } from '@eclusa/flow';
import { useCatalogue } from '../api/catalogue';
import { useLocale } from '../i18n/useLocale';
import type { FieldProps } from './field-types';
import { useFormScope } from './form-scope';
import { matchesWords, ownBoxes, requestLines, type RequestLine } from './request-lines';
import { useFrame } from './useFrame';

/** More would not help anybody to find one, and drawing hundreds is slow. */
const mostShown = 60;

/** Shows the entry that the form's method and path name, if they name one. */
export function RequestField(props: FieldProps<'request'>) {
  const { requests } = props.field;
  const { t } = useTranslation();
  const { say } = useLocale();
  const frame = useFrame(props);
  const { values, fill } = useFormScope();
  const nodes = useCatalogue().data?.nodes;
  const lines = useMemo(() => requestLines(requests, ownBoxes(nodes), say), [requests, nodes, say]);
  const data = useMemo(() => [...lines.keys()].map((value) => ({ value, label: value })), [lines]);
  const current = `${String(values['method'])} ${String(values['path'])}`;
  return (
    <Select
      {...frame}
      searchable
      placeholder={t('fields.request.search', { count: data.length })}
      nothingFoundMessage={t('fields.request.nothing')}
      data={data}
      filter={({ options, search }) =>
        (options as ComboboxItem[])
          .filter(({ value }) => search === current || matchesWords(lines.get(value), search))
          .slice(0, mostShown)
      }
      value={lines.has(current) ? current : null}
      renderOption={({ option }) => <Line line={lines.get(option.value)} />}
      onChange={(chosen) => {
        const found = requests.find(({ request }) => request === chosen);
        if (found) fill(requestFills(found));
      }}
    />
  );
}

function Line({ line }: { line: RequestLine | undefined }) {
  const { t } = useTranslation();
  if (!line) return null;
  return (
    <div>
      <Text size="sm">{line.name}</Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {line.request}
      </Text>
      {line.box && <Text size="xs">{t('fields.request.ownBox', { name: line.box })}</Text>}
    </div>
  );
}
