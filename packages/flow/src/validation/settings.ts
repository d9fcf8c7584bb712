// Checks of the settings of the whole flow: a form like any other, with a place of its own.
import type { FlowDocument } from '../document';
import { flowSettingFields } from '../flow-settings';
import { checkFields } from './fields';
import { error, type Problem } from './problem';

/** What is wrong with the settings. */
export function checkSettings({ settings = {} }: FlowDocument): Problem[] {
  const faults = checkFields(flowSettingFields, settings, { slotKind: () => undefined });
  return faults.map(({ field, code, values }) => error(code, { setting: field }, values));
}
