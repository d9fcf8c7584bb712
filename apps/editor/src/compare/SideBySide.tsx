// Two drawings side by side as pictures, moved and zoomed as one, with the list of what differs below.
import { Text } from '@mantine/core';
import type { Viewport } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { flowChanges, type Catalogue, type FlowChange, type FlowDocument } from '@eclusa/flow';
import { boxSize } from '../canvas/placing';
import { useLocale } from '../i18n/useLocale';
import { changeLines, type ChangeLine } from './change-words';
import { ChangeList } from './ChangeList';
import classes from './compare.module.css';
import { ComparedCanvas } from './ComparedCanvas';
import { areaOf, comparedDrawing } from './compared-drawing';

export interface Side {
  document: FlowDocument;
  /** What the side is called, read aloud too. */
  label: string;
  /** Over the picture; the label when left out. */
  head?: ReactNode;
}

export interface SideBySideProps {
  before: Side;
  after: Side;
  catalogue: Catalogue;
}

export function SideBySide({ before, after, catalogue }: SideBySideProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [a, b] = [before.document, after.document];
  const changes = useMemo(() => flowChanges(a, b), [a, b]);
  const lines = useMemo(
    () => changeLines(changes, { before: a, after: b, catalogue, locale }),
    [changes, a, b, catalogue, locale],
  );
  const left = useMemo(() => comparedDrawing(a, changes, catalogue, locale), [a, changes, catalogue, locale]);
  const right = useMemo(
    () => comparedDrawing(b, changes, catalogue, locale),
    [b, changes, catalogue, locale],
  );
  const [chosen, setChosen] = useState<Pick<ChangeLine, 'key' | 'node' | 'edge'> | null>(null);
  const { pictures, viewport, setViewport, show } = useSharedView(a, b, changes);
  const jump = (line: ChangeLine) => {
    setChosen(line);
    const place = line.node && (b.layout.nodes[line.node] ?? a.layout.nodes[line.node]);
    if (place) show(place);
  };
  const view = {
    ...{ viewport, onViewport: setViewport },
    chosen: { node: chosen?.node, edge: chosen?.edge },
    onChoose: (node: string | undefined) => setChosen(node ? { key: `node ${node}`, node } : null),
  };
  return (
    <div className={classes.compare}>
      <div className={classes.heads}>
        <div>{before.head ?? <Text fw={650}>{before.label}</Text>}</div>
        <div>{after.head ?? <Text fw={650}>{after.label}</Text>}</div>
      </div>
      <div className={classes.pictures} ref={pictures}>
        <ComparedCanvas label={before.label} drawing={left} {...view} />
        <ComparedCanvas label={after.label} drawing={right} {...view} />
      </div>
      <div className={classes.changes}>
        {lines.length > 0 && (
          <Text size="xs" fw={650} c="dimmed" px={16} pt={8}>
            {t('versions.changes.count', { count: lines.length })}
          </Text>
        )}
        <ChangeList label={t('versions.changes.title')} lines={lines} onJump={jump} chosen={chosen?.key} />
      </div>
    </div>
  );
}

const room = 50;

/** Smaller than this nobody reads a box: the rest is one drag away. */
const readable = 0.55;

/** One viewport for both pictures: at first everything, or the boxes that differ; later what a person moves to. */
function useSharedView(a: FlowDocument, b: FlowDocument, changes: readonly FlowChange[]) {
  const pictures = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState<Viewport>({ x: 0, y: 0, zoom: 0.5 });
  const size = () => {
    const { width = 800, height = 400 } = pictures.current?.getBoundingClientRect() ?? {};
    return { width: width / 2, height };
  };
  useLayoutEffect(() => {
    const { width, height } = size();
    const fitting = (of: { width: number; height: number }) =>
      Math.min((width - 2 * room) / of.width, (height - 2 * room) / of.height);
    const whole = areaOf([a, b]);
    const changed = new Set(
      changes.flatMap(({ part, id, kind }) => (part === 'node' && kind !== 'moved' ? [id] : [])),
    );
    const area = fitting(whole) < readable && changed.size > 0 ? areaOf([a, b], changed) : whole;
    const zoom = Math.max(readable, Math.min(1, fitting(area)));
    const start = (from: number, length: number, of: number) =>
      length * zoom > of - room ? room / 2 - from * zoom : of / 2 - (from + length / 2) * zoom;
    setViewport({ x: start(area.x, area.width, width), y: start(area.y, area.height, height), zoom });
  }, [a, b, changes]);
  const show = ({ x, y }: { x: number; y: number }) => {
    const { width, height } = size();
    const zoom = Math.max(viewport.zoom, 0.7);
    setViewport({
      x: width / 2 - (x + boxSize.width / 2) * zoom,
      y: height / 2 - (y + boxSize.height / 2) * zoom,
      zoom,
    });
  };
  return { pictures, viewport, setViewport, show };
}
