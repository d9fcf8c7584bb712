// Which system a box talks to. A person picks a connection; the flow's slot behind it is made and bound by the scope.
import { Button, Modal, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnections } from '../api/connections';
import type { Connection } from '../api/types';
import type { FieldProps } from './field-types';
import { useFieldScope } from './field-scope';
import { useFrame } from './useFrame';

/** Offers only the kinds the field accepts, and making a new one on the spot. */
export function ConnectionField(props: FieldProps<'connection'>) {
  const { field, onChange } = props;
  const { t } = useTranslation();
  const { connections: scope } = useFieldScope();
  const list = useConnections();
  const [creating, { open, close }] = useDisclosure(false);
  const NewConnection = scope?.NewConnection;
  const slot = typeof props.value === 'string' ? props.value : undefined;
  const bound = slot ? (scope?.boundTo(slot) ?? null) : null;
  const fitting = (list.data ?? []).filter((connection) => field.accepts.includes(connection.kind));
  const choose = (connection: Connection | undefined) => {
    if (connection && scope) onChange(scope.slotFor(connection, slot));
  };
  const waiting = slot && !bound ? scope?.slotName(slot) : undefined;
  return (
    <div>
      <Select
        {...useFrame(props)}
        data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        value={bound}
        placeholder={
          waiting ? t('fields.connection.chooseFor', { name: waiting }) : t('fields.connection.choose')
        }
        nothingFoundMessage={t('fields.connection.none')}
        onChange={(id) => choose(fitting.find((connection) => connection.id === id))}
      />
      {NewConnection && (
        <>
          <Button
            variant="subtle"
            size="compact-xs"
            mt={4}
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={open}
          >
            {t('fields.connection.new')}
          </Button>
          <Modal opened={creating} onClose={close} title={t('fields.connection.new')} size="lg">
            <NewConnection
              accepts={field.accepts}
              onCancel={close}
              onSaved={(saved) => {
                choose(saved);
                close();
              }}
            />
          </Modal>
        </>
      )}
    </div>
  );
}
