// How a field asks the system of its box for what it can hold. A form outside a flow has nobody to ask.
import { createContext, useContext } from 'react';
import type { Field, Suggest } from '@eclusa/flow';
import type { Choices } from '../api/choices';

export interface ChoiceScope {
  /** The setting that has to be filled in before the list can be asked for. */
  missing(suggest: Suggest): Field | undefined;
  /** The cache's name of the list: another one as soon as what it depends on changes. */
  keyOf(suggest: Suggest): readonly unknown[];
  ask(suggest: Suggest, fresh: boolean): Promise<Choices>;
}

const ChoiceScopeContext = createContext<ChoiceScope | undefined>(undefined);

export const ChoiceScopeProvider = ChoiceScopeContext.Provider;

/** Undefined where there is nobody to ask. */
export function useChoiceScope(): ChoiceScope | undefined {
  return useContext(ChoiceScopeContext);
}

/** What the names of targets are chosen from, for the lines of a mapping. */
export const TargetSuggest = createContext<Suggest | undefined>(undefined);
