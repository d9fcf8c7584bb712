// The rest of what can be done with a flow.
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconHistory, IconSettings, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDocument, useFlowStores, useView } from '../../store/flow-stores';
import { DeleteFlowModal } from '../flows/DeleteFlowModal';

/** Settings, runs, delete. */
export function FlowMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { flowId, document } = useFlowStores();
  const name = useDocument((state) => state.document.name);
  const show = useView((state) => state.open);
  const [deleting, { open, close }] = useDisclosure(false);
  const gone = () => {
    // Nothing is left to save to.
    document.setState(({ document: shown }) => ({ saved: shown }));
    void navigate('/flows');
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('editor.bar.more')}>
            <IconDots size={19} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconSettings size={16} aria-hidden />} onClick={() => show('flow')}>
            {t('editor.bar.settings')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={`/runs?flow=${flowId}`}
            leftSection={<IconHistory size={16} aria-hidden />}
          >
            {t('editor.bar.runs')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
            {t('editor.bar.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <DeleteFlowModal flow={deleting ? { id: flowId, name } : null} onClose={close} onDeleted={gone} />
    </>
  );
}
