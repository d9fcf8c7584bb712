// The colours a note or a group may have.
import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconPalette } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { layoutColours, type LayoutColour } from '@eclusa/flow';
import classes from './layout.module.css';

export interface ColourMenuProps {
  colour: LayoutColour;
  onChange: (colour: LayoutColour) => void;
}

export function ColourMenu({ colour, onChange }: ColourMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('canvas.colour.label')} title={t('canvas.colour.label')}>
          <IconPalette size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {layoutColours.map((each) => (
          <Menu.Item
            key={each}
            leftSection={<span className={classes.swatch} data-colour={each} aria-hidden />}
            rightSection={each === colour && <IconCheck size={15} aria-hidden />}
            aria-current={each === colour || undefined}
            onClick={() => onChange(each)}
          >
            {t(`canvas.colour.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
