// A line or a block of plain text; where its system can list what it may hold, also to choose from.
import { Textarea, TextInput } from '@mantine/core';
import { useChoiceScope } from './choice-scope';
import type { FieldProps } from './field-types';
import { SuggestInput } from './SuggestInput';
import { useFrame } from './useFrame';

/** An emptied field takes the setting out instead of keeping "". */
export function TextField(props: FieldProps<'text'>) {
  const { field, value, onChange } = props;
  const canAsk = useChoiceScope() !== undefined;
  const write = (text: string) => onChange(text === '' ? undefined : text);
  const shared = {
    ...useFrame(props),
    value: typeof value === 'string' ? value : '',
    placeholder: field.placeholder ?? field.default,
    maxLength: field.maxLength,
  };
  const typed = (event: { currentTarget: { value: string } }) => write(event.currentTarget.value);
  if (field.suggest && canAsk) return <SuggestInput {...shared} suggest={field.suggest} onChange={write} />;
  return field.multiline ? (
    <Textarea autosize minRows={2} maxRows={10} {...shared} onChange={typed} />
  ) : (
    <TextInput {...shared} onChange={typed} />
  );
}
