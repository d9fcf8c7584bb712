// One recipe of the gallery: what a person wants, what it does, which systems it joins, and how it is drawn.
import { Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '@eclusa/flow';
import type { FlowTemplate } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { FlowSketch } from './FlowSketch';
import { systemIcons, topicIcons } from './start-looks';
import classes from './start.module.css';
import { systemsOf, type System } from './systems-of';

export interface RecipeCardProps {
  template: FlowTemplate;
  nodes: Catalogue | undefined;
  onChoose: () => void;
}

/** The whole card is the button. */
export function RecipeCard({ template, nodes, onChoose }: RecipeCardProps) {
  const { say } = useLocale();
  const Picture = topicIcons[template.topic];
  return (
    <UnstyledButton className={classes.card} onClick={onChoose}>
      <span className={classes.head}>
        <span className={classes.icon}>
          <Picture size={19} stroke={1.7} aria-hidden />
        </span>
        <Text component="span" fw={600} lh={1.3}>
          {say(template.intention)}
        </Text>
      </span>
      <Text component="span" size="sm" c="dimmed">
        {say(template.summary)}
      </Text>
      <span className={classes.foot}>
        <Systems systems={systemsOf(template.document)} />
        <FlowSketch document={template.document} nodes={nodes} />
      </span>
    </UnstyledButton>
  );
}

/** The systems from left to right, as the rows go. */
export function Systems({ systems }: { systems: readonly System[] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.systems}>
      {systems.map((system, index) => {
        const Picture = systemIcons[system];
        return (
          <span key={system} className={classes.system}>
            {index > 0 && <IconArrowRight size={13} aria-hidden />}
            <Picture size={15} aria-hidden />
            {t(`start.system.${system}`)}
          </span>
        );
      })}
    </span>
  );
}
