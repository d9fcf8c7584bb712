// A list of hundreds of requests to search; choosing one fills the other fields of the form.
import { useMemo } from 'react';
import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { requestFills, requestName } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import type { FieldProps } from './field-types';
import { useFormScope } from './form-scope';
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
  const data = useMemo(() => {
    // VTEX lists some requests twice; a list box may not.
    const unique = [...new Map(requests.map((one) => [one.request, one])).values()];
    return unique.map((one) => ({
      value: one.request,
      label: `${one.request} · ${say(requestName(one))}`,
    }));
  }, [requests, say]);
  const current = `${String(values['method'])} ${String(values['path'])}`;
  return (
    <Select
      {...frame}
      searchable
      limit={mostShown}
      placeholder={t('fields.request.search', { count: data.length })}
      nothingFoundMessage={t('fields.request.nothing')}
      data={data}
      value={data.some(({ value }) => value === current) ? current : null}
      renderOption={({ option }) => <RequestLine label={option.label} />}
      onChange={(chosen) => {
        const found = requests.find(({ request }) => request === chosen);
        if (found) fill(requestFills(found));
      }}
    />
  );
}

function RequestLine({ label }: { label: string }) {
  const [request, name] = label.split(' · ');
  return (
    <div>
      <Text size="sm">{name}</Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {request}
      </Text>
    </div>
  );
}
