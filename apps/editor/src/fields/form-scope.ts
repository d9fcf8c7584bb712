// The form a field stands in, for the one kind that fills its neighbours.
import { createContext, useContext } from 'react';
import type { Json } from '@eclusa/flow';

export interface FormScope {
  values: Readonly<Record<string, Json>>;
  /** Sets several fields of the form, those it has. */
  fill: (values: Readonly<Record<string, Json>>) => void;
}

const FormScopeContext = createContext<FormScope>({ values: {}, fill: () => undefined });

export const FormScopeProvider = FormScopeContext.Provider;

/** The form around this field; one that takes nothing where there is none. */
export function useFormScope(): FormScope {
  return useContext(FormScopeContext);
}
