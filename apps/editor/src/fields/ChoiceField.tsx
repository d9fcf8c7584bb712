// One of a few: side by side when they are short and few, else a list.
import { Input, SegmentedControl, Select } from '@mantine/core';
import { useLocale } from '../i18n/useLocale';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

const roomForButtons = 34;

/** The help of the chosen value stands below. */
export function ChoiceField(props: FieldProps<'choice'>) {
  const { field, onChange } = props;
  const { say } = useLocale();
  const frame = useFrame(props);
  const data = field.choices.map((choice) => ({ value: choice.value, label: say(choice.name) }));
  const value = typeof props.value === 'string' ? props.value : (field.default ?? null);
  const chosen = field.choices.find((choice) => choice.value === value);
  const description = chosen?.help ? say(chosen.help) : frame.description;
  const letters = data.reduce((sum, { label }) => sum + label.length, 0);
  if (value !== null && data.length <= 3 && letters <= roomForButtons) {
    return (
      <Input.Wrapper
        {...frame}
        description={description}
        labelElement="div"
        labelProps={{ id: `${props.id}-label` }}
      >
        <SegmentedControl
          mt={6}
          fullWidth
          size="xs"
          aria-labelledby={`${props.id}-label`}
          data={data}
          value={value}
          onChange={onChange}
        />
      </Input.Wrapper>
    );
  }
  return (
    <Select
      {...frame}
      description={description}
      data={data}
      value={value}
      searchable={data.length > 8}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
