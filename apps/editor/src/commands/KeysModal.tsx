// The list of all keys, opened by "?".
import { Modal, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './commands.module.css';
import { flowActions, sections } from './flow-actions';
import { Keys, useCaps } from './Keys';

const mouse = ['many', 'frame', 'insert', 'chain'] as const;

/** Made from the list of actions, so that no key is missing. */
export function KeysModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const caps = useCaps();
  return (
    <Modal opened onClose={onClose} title={t('canvas.keys.title')} size={980}>
      <div className={classes.keyColumns}>
        {sections.map((section) => (
          <section key={section} className={classes.keySection}>
            <Title order={4}>{t(`canvas.section.${section}`)}</Title>
            {flowActions
              .filter((action) => action.section === section)
              .map(({ id, keys: [first = '', ...others] }) => {
                const also = others.filter((keys) => !keys.startsWith('shift+Arrow'));
                const more = also.map((keys) => caps(keys).join(' ')).join(', ');
                return (
                  <div key={id} className={classes.keyLine}>
                    <span>{t(`canvas.action.${id}`).replace('…', '')}</span>
                    <span title={more && t('canvas.keys.also', { keys: more })}>
                      <Keys keys={first} />
                    </span>
                  </div>
                );
              })}
          </section>
        ))}
        <section className={classes.keySection}>
          <Title order={4}>{t('canvas.keys.mouse')}</Title>
          {mouse.map((each) => (
            <div key={each} className={classes.keyLine}>
              <span>{t(`canvas.keys.${each}`)}</span>
              <Text size="xs" c="dimmed" ta="right">
                {t(`canvas.keys.${each}How`)}
              </Text>
            </div>
          ))}
        </section>
      </div>
      <Text size="sm" c="dimmed" mt="sm">
        {t('canvas.keys.far')}
      </Text>
    </Modal>
  );
}
