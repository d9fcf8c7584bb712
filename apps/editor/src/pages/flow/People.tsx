// Who else is on this flow, as faces in the bar; a click leads to the box they have selected.
import { Avatar, Tooltip, UnstyledButton } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useBoxTitle } from '../../canvas/NodeCard';
import { useDocument, useFlowStores, useView } from '../../store/flow-stores';
import type { Present } from '../../api/types';
import { useOthers } from './useCompany';
import classes from './people.module.css';

const shown = 3;

export function People() {
  const { t } = useTranslation();
  const others = useOthers();
  if (others.length === 0) return null;
  return (
    <ul className={classes.people} aria-label={t('versions.people.label')}>
      {others.slice(0, shown).map((person) => (
        <li key={person.tab}>
          <Person person={person} />
        </li>
      ))}
      {others.length > shown && (
        <li>
          <Tooltip
            label={others
              .slice(shown)
              .map(({ name }) => name)
              .join(', ')}
          >
            <Avatar size={28} aria-label={t('versions.people.more', { count: others.length - shown })}>
              +{others.length - shown}
            </Avatar>
          </Tooltip>
        </li>
      )}
    </ul>
  );
}

function Person({ person }: { person: Present }) {
  const { t } = useTranslation();
  const canvas = useReactFlow();
  const { catalogue } = useFlowStores();
  const select = useView((state) => state.select);
  const box = useDocument((state) => (person.node ? state.document.nodes[person.node] : undefined));
  const titleOf = useBoxTitle();
  const name = person.isYou ? t('versions.people.you') : person.name;
  const label = box
    ? t('versions.people.on', {
        name,
        box: titleOf({ node: box, description: catalogue.nodes.get(box.type) }),
      })
    : person.isYou
      ? name
      : t('versions.people.at', { name });
  const go = () => {
    if (!person.node || !box) return;
    select([]);
    void canvas.fitView({ nodes: [{ id: person.node }], maxZoom: 1, duration: 250 });
  };
  return (
    <Tooltip label={label}>
      <UnstyledButton className={classes.person} aria-label={label} onClick={go}>
        <Avatar name={person.name} color="initials" size={28} alt="" />
      </UnstyledButton>
    </Tooltip>
  );
}
