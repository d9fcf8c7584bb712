// The one card every box is drawn with. It knows groups and states, never a particular node.
import { Tooltip } from '@mantine/core';
import {
  IconAlertCircleFilled,
  IconAlertTriangleFilled,
  IconChevronRight,
  IconCircleCheck,
  IconCircleMinus,
  IconClock,
  IconLoader2,
  IconPlayerPause,
  IconPlus,
  type Icon,
} from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FAILED, type Port } from '@eclusa/flow';
import { formatShort } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { groupColour, nodeIcon } from '../theme/groups';
import type { BoxState } from './box-state';
import { SampleBadge } from './SampleBadge';
import { CanvasActions } from './canvas-actions';
import classes from './canvas.module.css';
import { useFar } from './far';
import { FarCard } from './FarCard';
import { titleOf, type BoxCounts, type BoxData, type BoxNode } from './to-react-flow';

/** What a box is called: the person's name for it, else the node's own. */
export function useBoxTitle(): (data: Pick<BoxData, 'node' | 'description'>) => string {
  const { locale } = useLocale();
  return ({ node, description }) => titleOf(node, description, locale);
}

function Card(props: NodeProps<BoxNode>) {
  const { data, selected, height } = props;
  const title = useBoxTitle()(data);
  const far = useFar();
  return far ? (
    <FarCard data={data} title={title} selected={selected} height={height} />
  ) : (
    <NearCard {...props} title={title} />
  );
}

function NearCard({ id, data, selected, title }: NodeProps<BoxNode> & { title: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { node, description, inputs, outputs, counts } = data;
  const colour = groupColour(description?.group ?? 'transform');
  const Picture = nodeIcon(node.type, description?.group ?? 'transform');
  const kind = description ? say(description.name) : t('editor.box.unknown');
  const state = [
    selected && classes.selected,
    node.disabled && classes.disabled,
    data.errors > 0 && classes.faulty,
    counts && classes[counts.state],
  ];
  return (
    <div className={[classes.card, ...state].filter(Boolean).join(' ')} data-testid={`box-${id}`}>
      <SampleBadge box={id} />
      <div className={classes.head}>
        <span className={classes.icon} style={{ color: colour.ink, background: colour.soft }}>
          <Picture size={20} stroke={1.7} aria-hidden />
        </span>
        <span className={classes.names}>
          <span className={classes.title} title={title}>
            {title}
          </span>
          <span className={classes.kind}>
            {title === kind && description ? t(`editor.group.${description.group}`) : kind}
          </span>
        </span>
        <Marks data={data} />
        {counts && !node.disabled && <Progress counts={counts} />}
      </div>
      {(outputs.length > 1 || inputs.length > 1) && <PortRows inputs={inputs} outputs={outputs} box={id} />}
      {inputs.length === 1 && <InputHandle port={inputs[0]!} />}
      {outputs.length === 1 && <OutputHandle port={outputs[0]!} box={id} title={title} />}
      {data.hasFailed && (
        <Handle
          id={FAILED}
          type="source"
          position={Position.Bottom}
          className={classes.failedHandle}
          title={t('editor.box.failedPort')}
        />
      )}
      {counts && <Counts box={id} counts={counts} source={inputs.length === 0} />}
    </div>
  );
}

export const NodeCard = memo(Card);

function Marks({ data }: { data: BoxData }) {
  const { t } = useTranslation();
  if (data.node.disabled) {
    return (
      <Tooltip label={t('editor.box.disabled')}>
        <IconPlayerPause size={16} className={classes.markOff} aria-label={t('editor.box.disabled')} />
      </Tooltip>
    );
  }
  if (data.errors > 0) {
    const label = t('editor.box.errors', { count: data.errors });
    return (
      <Tooltip label={label}>
        <IconAlertCircleFilled size={17} className={classes.markError} aria-label={label} />
      </Tooltip>
    );
  }
  if (data.warnings === 0) return null;
  const label = t('editor.box.warnings', { count: data.warnings });
  return (
    <Tooltip label={label}>
      <IconAlertTriangleFilled size={17} className={classes.markWarning} aria-label={label} />
    </Tooltip>
  );
}

function InputHandle({ port }: { port: Port }) {
  const { say } = useLocale();
  return (
    <Handle
      id={port.id}
      type="target"
      position={Position.Left}
      className={classes.handle}
      title={say(port.name)}
    />
  );
}

function OutputHandle({ port, box, title }: { port: Port; box: string; title: string }) {
  const { say } = useLocale();
  return (
    <>
      <Handle
        id={port.id}
        type="source"
        position={Position.Right}
        className={classes.handle}
        title={say(port.name)}
      />
      <AddAfter box={box} port={port.id} label={title} />
    </>
  );
}

function AddAfter({ box, port, label }: { box: string; port: string; label: string }) {
  const { t } = useTranslation();
  const { quickAdd, taken } = useContext(CanvasActions);
  if (taken(box, port)) return null;
  return (
    <button
      type="button"
      className={`${classes.addAfter} nodrag nopan`}
      aria-label={t('editor.box.addAfter', { name: label })}
      title={t('editor.box.addAfter', { name: label })}
      onClick={(event) => {
        event.stopPropagation();
        const at = event.currentTarget.getBoundingClientRect();
        quickAdd({ screen: { x: at.right, y: at.top }, from: { node: box, port } });
      }}
    >
      <IconPlus size={13} aria-hidden />
    </button>
  );
}

interface PortRowsProps {
  box: string;
  inputs: readonly Port[];
  outputs: readonly Port[];
}

function PortRows({ box, inputs, outputs }: PortRowsProps) {
  const { say } = useLocale();
  return (
    <div className={classes.ports}>
      {inputs.length > 1 &&
        inputs.map((port) => (
          <div key={port.id} className={classes.portIn}>
            <Handle id={port.id} type="target" position={Position.Left} className={classes.rowHandle} />
            {say(port.name)}
          </div>
        ))}
      {outputs.length > 1 &&
        outputs.map((port) => (
          <div key={port.id} className={classes.portOut}>
            {say(port.name)}
            <Handle id={port.id} type="source" position={Position.Right} className={classes.rowHandle} />
            <AddAfter box={box} port={port.id} label={say(port.name)} />
          </div>
        ))}
    </div>
  );
}

const stateIcons: Record<BoxState, Icon> = {
  waiting: IconClock,
  working: IconLoader2,
  done: IconCircleCheck,
  stopped: IconCircleMinus,
};

/** How far the box is in the run, and whether rows failed on the way. */
function Progress({ counts: { state, failed } }: { counts: BoxCounts }) {
  const { t } = useTranslation();
  const label = t(failed > 0 ? `editor.box.${state}Failures` : `editor.box.${state}`);
  const Picture = failed > 0 && state === 'done' ? IconAlertTriangleFilled : stateIcons[state];
  return (
    <Tooltip label={label}>
      <Picture
        size={19}
        stroke={2.2}
        role="img"
        className={[classes.progress, failed > 0 && classes.progressBad].filter(Boolean).join(' ')}
        aria-label={label}
      />
    </Tooltip>
  );
}

function Counts({ box, counts, source }: { box: string; counts: BoxCounts; source: boolean }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { failed } = counts;
  const words = t('editor.box.failed', { count: failed, n: formatShort(failed, locale) });
  return (
    <div className={`${classes.counts} ec-num`}>
      {!source && <span>{t('editor.box.in', { count: counts.in, n: formatShort(counts.in, locale) })}</span>}
      <span>{t('editor.box.out', { count: counts.out, n: formatShort(counts.out, locale) })}</span>
      {failed > 0 && !counts.kept && <span className={classes.failedCount}>{words}</span>}
      {counts.kept && (
        <Link
          to={`/runs/${counts.run}?box=${encodeURIComponent(box)}`}
          className={`${classes.failedCount} nodrag nopan`}
          title={t('editor.box.seeFailed')}
          onClick={(event) => event.stopPropagation()}
        >
          {words}
          <IconChevronRight size={15} aria-hidden />
        </Link>
      )}
    </div>
  );
}
