// The rest of what can be done with a flow.
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconApi,
  IconBolt,
  IconCalendarClock,
  IconDots,
  IconHelpCircle,
  IconHistory,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefreshDot,
  IconSettings,
  IconTrash,
  IconVersions,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { useFlows } from '../../api/flows';
import { usePause } from '../../api/pauses';
import { useStores } from '../../api/stores';
import { useToast } from '../../shell/useToast';
import { useDocument, useFlowStores, useView } from '../../store/flow-stores';
import { DeleteFlowModal } from '../flows/DeleteFlowModal';
import { SchedulesModal } from '../../schedules/SchedulesModal';
import { TriggersModal } from '../../triggers/TriggersModal';
import { callPage } from '../call/call-place';
import { ForgetModal } from './ForgetModal';
import { usePublished } from './usePublished';

/** Settings, runs, schedules, triggers, calls, pause, what was sent, delete. */
export function FlowMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { flowId, document } = useFlowStores();
  const name = useDocument((state) => state.document.name);
  const show = useView((state) => state.open);
  const showDialog = useView((state) => state.show);
  const [deleting, { open, close }] = useDisclosure(false);
  const [forgetting, forget] = useDisclosure(false);
  const schedules = useView((state) => state.schedules);
  const showSchedules = useView((state) => state.showSchedules);
  const suggested = useDocument((state) => state.document.schedule);
  const [showsTriggers, triggers] = useDisclosure(false);
  const isPublished = usePublished().version !== null;
  const remembers = useRemembers();
  const paused = useFlows().data?.find(({ id }) => id === flowId)?.paused;
  const pause = usePause();
  const toast = useToast();
  const storeId = useView((state) => state.storeId);
  const store = useStores().data?.find(({ id }) => id === storeId);
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
          <Menu.Item
            component={Link}
            to={`/flows/${flowId}/versions`}
            leftSection={<IconVersions size={16} aria-hidden />}
          >
            {t('versions.menu')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCalendarClock size={16} aria-hidden />}
            onClick={() => showSchedules('list')}
          >
            {t('schedules.menu')}
          </Menu.Item>
          <Menu.Item leftSection={<IconBolt size={16} aria-hidden />} onClick={triggers.open}>
            {t('triggers.menu')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={callPage(flowId, storeId)}
            leftSection={<IconApi size={16} aria-hidden />}
          >
            {t('keys.call.menu')}
          </Menu.Item>
          <Menu.Item
            leftSection={
              paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />
            }
            onClick={() => pause.mutate({ what: 'flow', id: flowId, on: !paused }, { onError: toast.bad })}
          >
            {t(paused ? 'runs.paused.resumeFlow' : 'runs.paused.pauseFlow')}
          </Menu.Item>
          {remembers && (
            <Menu.Item leftSection={<IconRefreshDot size={16} aria-hidden />} onClick={forget.open}>
              {t('editor.bar.forget')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconHelpCircle size={16} aria-hidden />}
            onClick={() => showDialog('tour')}
          >
            {t('tour.menu')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item c="var(--ec-danger)" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
            {t('editor.bar.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SchedulesModal
        flow={{ id: flowId, name, isPublished, storeId, suggested }}
        opened={schedules}
        onClose={() => showSchedules(null)}
      />
      <TriggersModal
        flow={{ id: flowId, name, isPublished }}
        opened={showsTriggers}
        onClose={triggers.close}
      />
      <ForgetModal flowId={flowId} store={store} opened={forgetting} onClose={forget.close} />
      <DeleteFlowModal flow={deleting ? { id: flowId, name } : null} onClose={close} onDeleted={gone} />
    </>
  );
}

/** True while a box of the flow lets through only what changed. */
function useRemembers(): boolean {
  const catalogue = useCatalogue().data?.nodes;
  return useDocument(({ document }) =>
    Object.values(document.nodes).some(({ type }) => catalogue?.get(type)?.behaviour.kind === 'changes'),
  );
}
