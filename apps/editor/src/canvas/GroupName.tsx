// The name of a group, to be changed in place.
import { useTranslation } from 'react-i18next';
import type { FlowGroup } from '@eclusa/flow';
import { useDocument } from '../store/flow-stores';
import classes from './layout.module.css';

/** Marks the field that the "rename" action puts the cursor in. */
export const groupNameId = (id: string): string => `group-name-${id}`;

export function GroupName({ group }: { group: FlowGroup }) {
  const { t } = useTranslation();
  const edit = useDocument((state) => state.edit);
  return (
    <span data-flow-form className={classes.nameHolder}>
      <input
        id={groupNameId(group.id)}
        className={`${classes.name} nodrag`}
        aria-label={t('canvas.group.name')}
        placeholder={t('canvas.group.unnamed')}
        value={group.name}
        maxLength={120}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          event.stopPropagation();
        }}
        onChange={({ currentTarget: { value } }) =>
          edit([{ type: 'set-group', group: { ...group, name: value } }], `group.${group.id}.name`)
        }
      />
    </span>
  );
}
