// One line of a mapping in the side panel: the target, and the editor of its value.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingTarget, Suggestion } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import classes from './fields.module.css';
import { LineEditor } from './LineEditor';

export interface MappingLineProps {
  id: string;
  /** What the line fills, for people and screen readers. */
  name: string;
  /** Missing where a person names the target. */
  target?: MappingTarget;
  /** Takes the place of the name. */
  head?: ReactNode;
  expression: string;
  guess: Suggestion | null;
  error?: string | undefined;
  /** `picked` is the plain name of a field chosen from the list. */
  onChange: (expression: string, picked?: string) => void;
}

/** Name above or beside, as the room allows. */
export function MappingLine({ head, ...line }: MappingLineProps) {
  return (
    <div className={classes.mappingLine} role="group" aria-label={line.name}>
      <div className={classes.mappingHead}>
        {head ?? <TargetName name={line.name} target={line.target} />}
      </div>
      <LineEditor {...line} />
    </div>
  );
}

/** The name with its mark, unit and help. */
export function TargetName({ name, target }: { name: string; target: MappingTarget | undefined }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  return (
    <>
      <span className={classes.targetName}>
        {name}
        {target?.required && (
          <span className={classes.star} title={t('fields.mapping.required')}>
            {'\u00a0*'}
          </span>
        )}
      </span>
      {target?.unit && <span className={classes.unit}>{say(target.unit)}</span>}
      {target?.help && (
        <Tooltip label={say(target.help)} events={{ hover: true, focus: true, touch: true }}>
          <ActionIcon size="xs" aria-label={say(target.help)}>
            <IconInfoCircle size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
