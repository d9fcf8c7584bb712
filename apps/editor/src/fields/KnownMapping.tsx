// The lines of a mapping whose targets the node knows: needed ones and filled ones first, the rest on request.
import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingLine as Line, MappingTarget, Suggestion } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import type { Errors } from './errors-inside';
import { expressionFor, withTarget } from './mapping-lines';
import { MappingLine } from './MappingLine';

/** As many lines as a person takes in at once. */
const shortList = 8;

export interface KnownMappingProps {
  id: string;
  targets: readonly MappingTarget[];
  lines: readonly Line[];
  errors: Errors | undefined;
  proposals: readonly Suggestion[];
  onChange: (lines: Line[]) => void;
}

/** An emptied line is taken out of the mapping. Lines for targets the node no longer has stay, at the end. */
export function KnownMapping({ id, targets, lines, errors = {}, ...props }: KnownMappingProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  // Decided once, so that a line does not jump away while it is being emptied.
  const [first] = useState(() => firstTargets(targets, lines));
  const [open, { toggle }] = useDisclosure(false);
  const shownFirst = (target: MappingTarget) => first.has(target.id) || target.required;
  const set = (target: string, expression: string) =>
    props.onChange(withTarget(lines, targets, target, expression));
  const draw = (target: MappingTarget) => (
    <MappingLine
      key={target.id}
      id={`${id}-${target.id}`}
      name={say(target.name)}
      target={target}
      expression={expressionFor(lines, target.id)}
      guess={props.proposals.find((proposal) => proposal.target === target.id) ?? null}
      error={errors[target.id]}
      onChange={(expression) => set(target.id, expression)}
    />
  );
  const rest = targets.filter((target) => !shownFirst(target));
  const unknown = lines.filter((line) => !targets.some((target) => target.id === line.target));
  const opened = open || rest.some((target) => errors[target.id] || isFilled(lines, target.id));
  return (
    <>
      {targets.filter(shownFirst).map(draw)}
      {unknown.map((line) => (
        <MappingLine
          key={line.target}
          id={`${id}-${line.target}`}
          name={line.target}
          expression={line.expression}
          guess={null}
          error={errors[line.target]}
          onChange={(expression) => set(line.target, expression)}
        />
      ))}
      {rest.length > 0 && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={toggle}
            aria-expanded={opened}
            rightSection={
              <IconChevronDown size={14} style={{ rotate: opened ? '180deg' : '0deg' }} aria-hidden />
            }
          >
            {t('fields.mapping.optional')} ({rest.length})
          </Button>
          <Collapse expanded={opened}>{opened && rest.map(draw)}</Collapse>
        </div>
      )}
    </>
  );
}

/** What is shown without asking: everything of a short list, else what is needed, filled or easily guessed. */
export function firstTargets(targets: readonly MappingTarget[], lines: readonly Line[]): ReadonlySet<string> {
  const short = targets.length <= shortList;
  const shown = targets.filter(
    ({ id, required, suggest }) => short || required || suggest !== undefined || isFilled(lines, id),
  );
  return new Set(shown.map(({ id }) => id));
}

function isFilled(lines: readonly Line[], target: string): boolean {
  return lines.some((line) => line.target === target && line.expression !== '');
}
