// A small program or a piece of JSON, in a real code editor that is loaded when first needed.
import { Input, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

const CodeEditor = lazy(async () => ({ default: (await import('./CodeEditor')).CodeEditor }));

/** Keeps the text as typed; the API says where it does not parse. */
export function CodeField(props: FieldProps<'code'>) {
  const frame = useFrame(props);
  const value = typeof props.value === 'string' ? props.value : (props.field.default ?? '');
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <Suspense fallback={<Skeleton h={160} mt={6} />}>
        <CodeEditor
          label={frame.label}
          language={props.field.language}
          value={value}
          onChange={(next) => props.onChange(next === '' ? undefined : next)}
        />
      </Suspense>
    </Input.Wrapper>
  );
}
