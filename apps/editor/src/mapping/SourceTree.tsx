// The left side of the picture: the fields of the rows with what they hold in the row shown.
import { ActionIcon, UnstyledButton } from '@mantine/core';
import {
  IconAbc,
  IconBraces,
  IconCalendar,
  IconChevronRight,
  IconCircleDashed,
  IconList,
  IconNumber123,
  IconToggleLeft,
} from '@tabler/icons-react';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceField } from '@eclusa/flow';
import { matches } from '../canvas/search-text';
import { useSampleRow } from '../fields/field-scope';
import { valueAt } from '../fields/mapping-mode';
import { shortText } from '../fields/useOutcome';
import { keyOf } from './entries';
import classes from './mapper.module.css';

export interface SourceTreeProps {
  fields: readonly SourceField[];
  query: string;
  /** Keys of fields that fill something. */
  used: ReadonlySet<string>;
  /** Keys of the ends of a line that is pointed at. */
  hot: ReadonlySet<string>;
  held: (field: SourceField) => boolean;
  onPick: (field: SourceField, byKey: boolean) => void;
  onGrab: (field: SourceField, event: PointerEvent) => void;
  onHover: (key: string | null) => void;
}

/** Groups stand open, deep ones too: what is hidden cannot be connected. */
export function SourceTree(props: SourceTreeProps) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const shown = props.fields.filter((field) => found(field, props.query));
  if (shown.length === 0) return <p className={classes.nothing}>{t('mapping.source.noMatch')}</p>;
  return (
    <ul className={classes.tree} onKeyDown={moveFocus}>
      {shown.map((field) => (
        <Branch key={keyOf(field.path)} {...props} field={field} closed={closed} onToggle={toggle} />
      ))}
    </ul>
  );
}

function found(field: SourceField, query: string): boolean {
  return (
    query === '' || matches(query, [field.path.join(' ')]) || field.children.some((one) => found(one, query))
  );
}

/** Up and down go through the fields, as in any list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-pick]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[at + step]?.focus();
  event.preventDefault();
}

interface BranchProps extends SourceTreeProps {
  field: SourceField;
  closed: ReadonlySet<string>;
  onToggle: (key: string) => void;
}

function Branch(props: BranchProps) {
  const { field, closed, onToggle, used, hot, query } = props;
  const { t } = useTranslation();
  const row = useSampleRow();
  const key = keyOf(field.path);
  const name = field.path.at(-1)!;
  const open = !closed.has(key) || query !== '';
  const value = valueAt(row, field.path);
  const sample = field.children.length > 0 && open ? '' : shortText(value).slice(0, 80);
  const kind = field.writing ? t(`mapping.writing.${field.writing}`) : t(`mapping.kind.${field.kind}`);
  return (
    <li>
      <div
        className={classes.field}
        style={{ paddingLeft: 4 + 14 * (field.path.length - 1) }}
        data-source={key}
        data-hot={hot.has(key) || undefined}
        data-held={props.held(field) || undefined}
        onPointerEnter={() => props.onHover(key)}
        onPointerLeave={() => props.onHover(null)}
      >
        {field.children.length > 0 ? (
          <ActionIcon
            size="sm"
            aria-expanded={open}
            aria-label={t(open ? 'mapping.source.close' : 'mapping.source.open', { name })}
            onClick={() => onToggle(key)}
          >
            <IconChevronRight size={13} style={{ rotate: open ? '90deg' : '0deg' }} aria-hidden />
          </ActionIcon>
        ) : (
          <span className={classes.indent} />
        )}
        <UnstyledButton
          className={classes.pick}
          data-pick
          aria-pressed={props.held(field)}
          aria-label={t('mapping.source.take', { name: field.path.join('.'), kind, sample })}
          title={kind}
          onClick={(event) => props.onPick(field, event.detail === 0)}
          onPointerDown={(event) => props.onGrab(field, event)}
        >
          <KindIcon field={field} />
          <span className={classes.fieldName}>{name}</span>
          <span className={classes.sample}>{sample}</span>
          <span className={classes.end} data-end data-used={used.has(key) || undefined} />
        </UnstyledButton>
      </div>
      {open && field.children.length > 0 && (
        <ul className={classes.tree}>
          {field.children
            .filter((child) => found(child, query) || matches(query, [field.path.join(' ')]))
            .map((child) => (
              <Branch key={keyOf(child.path)} {...props} field={child} />
            ))}
        </ul>
      )}
    </li>
  );
}

function KindIcon({ field: { kind, writing } }: { field: SourceField }) {
  const look = { size: 14, className: classes.kind!, 'aria-hidden': true } as const;
  if (kind === 'group') return <IconBraces {...look} />;
  if (kind === 'list') return <IconList {...look} />;
  if (kind === 'nothing') return <IconCircleDashed {...look} />;
  if (kind === 'yes-no' || writing === 'yes-no') return <IconToggleLeft {...look} />;
  if (writing?.startsWith('date')) return <IconCalendar {...look} />;
  return kind === 'number' || writing !== undefined ? <IconNumber123 {...look} /> : <IconAbc {...look} />;
}
