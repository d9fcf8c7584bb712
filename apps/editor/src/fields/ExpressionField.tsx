// A formula over the row, with its result for the first sample row below.
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-types';
import { FormulaInput } from './FormulaInput';
import { OutcomeLine } from './OutcomeLine';
import { SampleHint } from './SampleHint';
import { useFrame } from './useFrame';
import { useFaultText, useOutcome } from './useOutcome';

/** Keeps JSONata source; an emptied field takes the setting out. */
export function ExpressionField(props: FieldProps<'expression'>) {
  const { t } = useTranslation();
  const { error, ...frame } = useFrame(props);
  const value = typeof props.value === 'string' ? props.value : '';
  const outcome = useOutcome(value);
  const faultText = useFaultText();
  return (
    <div>
      <FormulaInput
        {...frame}
        value={value}
        placeholder={props.field.placeholder ?? props.field.default ?? t('fields.expression.placeholder')}
        error={faultText(outcome) ?? error}
        onChange={(next) => props.onChange(next === '' ? undefined : next)}
      />
      <OutcomeLine outcome={outcome} />
      <SampleHint />
    </div>
  );
}
