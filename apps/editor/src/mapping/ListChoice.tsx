// Which values of a list are taken, shown wherever a path goes through one.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Origin, Recipe } from '@eclusa/flow';
import { useFieldChoices } from '../fields/useFieldChoices';

type Take = 'whole' | 'first' | 'last' | 'each' | 'map';

/** Nothing where no list is on the way. */
export function ListChoice({ recipe, onChange }: { recipe: Recipe; onChange: (recipe: Recipe) => void }) {
  const { t } = useTranslation();
  const fields = useFieldChoices();
  const { origin } = recipe;
  if (origin.kind !== 'field' && origin.kind !== 'list') return null;
  const names = origin.names;
  const path = names.join('.');
  const field = fields.find((choice) => choice.label === path)?.field;
  const listAt = field?.listAt ?? (origin.kind === 'field' ? origin.at : undefined);
  const isList = field?.kind === 'list' || origin.kind === 'list';
  const taken: Take = origin.kind === 'list' ? 'map' : (origin.take ?? 'whole');
  if (listAt === undefined && !isList && taken === 'whole') return null;
  const known: Take[] = isList ? ['whole', 'first', 'last', 'map'] : ['each', 'first', 'last'];
  const choices: Take[] = known.includes(taken) ? known : [taken, ...known];
  const choose = (take: Take) => {
    const next = originFor(take, names, listAt ?? 0);
    // Steps made for one value mean nothing for a list that is mapped entry by entry.
    onChange({ origin: next, steps: take === 'map' ? [] : recipe.steps });
  };
  return (
    <Select
      mt={4}
      size="xs"
      aria-label={t('mapping.list.label')}
      data={choices.map((take) => ({ value: take, label: t(`mapping.list.${take}`) }))}
      value={taken}
      onChange={(take) => choose(take as Take)}
    />
  );
}

function originFor(take: Take, names: readonly string[], at: number): Origin {
  if (take === 'map') return { kind: 'list', names, lines: [] };
  if (take === 'whole') return { kind: 'field', names };
  if (take === 'each') return { kind: 'field', names, take };
  return { kind: 'field', names, take, at };
}
