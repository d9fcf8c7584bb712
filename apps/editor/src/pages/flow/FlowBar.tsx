// The bar over the canvas: name, how saving stands, problems, store, publish, run.
import { ActionIcon, Button, Select, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconArrowLeft,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUpload,
  IconPencil,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFlows } from '../../api/flows';
import { useStores } from '../../api/stores';
import { FlowNameInput } from '../../panel/FlowNameInput';
import { PausedBadge, ResumeButton } from '../../shell/Paused';
import { useProblemText } from '../../shell/useProblemText';
import { UserMenu } from '../../shell/UserMenu';
import { useDocument, useFlowStores, useLiveRun, useSaving, useView } from '../../store/flow-stores';
import { LogoMark } from '../../theme/Logo';
import { DryRunButton } from './DryRunButton';
import { FlowMenu } from './FlowMenu';
import { People } from './People';
import classes from './flow.module.css';
import { ProblemsButton } from './ProblemsButton';
import { PublishButton } from './PublishButton';
import { RunButton } from './RunButton';

/** Takes the place of the other pages' header. */
export function FlowBar() {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Link to="/flows" className={classes.brand} aria-label="Eclusa" tabIndex={-1}>
        <LogoMark />
      </Link>
      <Tooltip label={t('editor.bar.back')}>
        <ActionIcon component={Link} to="/flows" aria-label={t('editor.bar.back')}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <FlowName />
      <SaveStatus />
      <span className={classes.push} />
      <People />
      <ProblemsButton />
      <StoreChoice />
      <PublishButton />
      <FlowPaused />
      <DryRunButton />
      <RunButton />
      <FlowMenu />
      <UserMenu />
    </header>
  );
}

function FlowName() {
  const { t } = useTranslation();
  const name = useDocument((state) => state.document.name);
  return (
    <span data-flow-form>
      <VisuallyHidden component="h1">{name}</VisuallyHidden>
      <FlowNameInput>
        {(input) => (
          <input
            className={classes.nameInput}
            aria-label={t('editor.bar.name')}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            {...input}
          />
        )}
      </FlowNameInput>
    </span>
  );
}

function SaveStatus() {
  const { t } = useTranslation();
  const say = useProblemText();
  const { save } = useFlowStores();
  const status = useSaving((state) => state.status);
  const fault = useSaving((state) => state.fault);
  const dirty = useDocument((state) => state.document !== state.saved);
  const shown = status === 'saved' && dirty ? 'dirty' : status;
  const bad = shown === 'refused' || shown === 'unreachable' || shown === 'conflict';
  const Picture = { saved: IconCloudCheck, dirty: IconPencil, saving: IconCloudUpload, bad: IconCloudOff }[
    bad ? 'bad' : (shown as 'saved' | 'dirty' | 'saving')
  ];
  return (
    <>
      <Tooltip label={fault ? say(fault) : ''} disabled={!bad}>
        <span className={`${classes.state} ${bad ? classes.stateBad : ''}`} role="status">
          <Picture size={16} aria-hidden />
          {t(`editor.save.${shown}`)}
        </span>
      </Tooltip>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={!dirty}
        className={classes.quiet}
        onClick={() => void save.getState().save()}
      >
        {t('editor.bar.save')}
      </Button>
    </>
  );
}

/** A flow that is paused takes runs and holds them: said beside the button that starts one. */
function FlowPaused() {
  const { flowId } = useFlowStores();
  const paused = useFlows().data?.find(({ id }) => id === flowId)?.paused;
  // The strip of a run that is held says it, and has the way on.
  const held = useLiveRun(({ run }) => run !== null && run.paused.length > 0);
  if (!paused || held) return null;
  return (
    <>
      <PausedBadge pause={paused} />
      <ResumeButton what="flow" id={flowId} />
    </>
  );
}

function StoreChoice() {
  const { t } = useTranslation();
  const stores = useStores().data ?? [];
  const storeId = useView((state) => state.storeId);
  const choose = useView((state) => state.chooseStore);
  if (stores.length === 0) return null;
  return (
    <Select
      size="xs"
      w={150}
      aria-label={t('editor.bar.store')}
      data={[
        ...stores.map(({ id, name }) => ({ value: id, label: name })),
        { value: '', label: t('editor.bar.noStore') },
      ]}
      value={storeId ?? ''}
      onChange={(next) => choose(next || null)}
      comboboxProps={{ width: 220, position: 'bottom-end' }}
    />
  );
}
