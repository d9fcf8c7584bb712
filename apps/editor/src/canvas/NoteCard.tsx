// A note on the canvas: words for people, in a colour, as large as wanted. No part of the logic.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../store/flow-stores';
import type { NoteNode } from './canvas-nodes';
import { ColourMenu } from './ColourMenu';
import classes from './layout.module.css';
import { grid } from './placing';

/** Marks the text that a new note puts the cursor in. */
export const noteTextId = (id: string): string => `note-text-${id}`;

const smallest = { width: 160, height: 80 };
const rounded = (value: number) => Math.round(value / grid) * grid;

function Note({ data: { note }, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation();
  const edit = useDocument((state) => state.edit);
  return (
    <div
      className={`${classes.note} ${selected ? classes.noteSelected : ''}`}
      data-colour={note.colour ?? 'yellow'}
      data-testid={`note-${note.id}`}
    >
      <NodeResizer
        isVisible={selected}
        minWidth={smallest.width}
        minHeight={smallest.height}
        lineClassName={classes.resizeLine!}
        handleClassName={classes.resizeHandle!}
        onResizeEnd={(_event, { x, y, width, height }) =>
          edit([
            {
              type: 'set-note',
              note: { ...note, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) },
            },
          ])
        }
      />
      <div className={classes.noteHead}>
        {selected && (
          <span className={`${classes.noteTools} nodrag nopan`}>
            <ColourMenu
              colour={note.colour ?? 'yellow'}
              onChange={(colour) => edit([{ type: 'set-note', note: { ...note, colour } }])}
            />
            <Tooltip label={t('canvas.note.remove')}>
              <ActionIcon
                size="sm"
                aria-label={t('canvas.note.remove')}
                onClick={() => edit([{ type: 'remove-notes', ids: [note.id] }])}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </span>
        )}
      </div>
      <span data-flow-form className={classes.noteBody}>
        <textarea
          id={noteTextId(note.id)}
          className={`${classes.noteText} ${selected ? 'nodrag nowheel' : ''}`}
          aria-label={t('canvas.note.text')}
          placeholder={t('canvas.note.placeholder')}
          value={note.text}
          maxLength={4000}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            // Undo works here too; every other key is text.
            if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
          }}
          onChange={({ currentTarget: { value } }) =>
            edit([{ type: 'set-note', note: { ...note, text: value } }], `note.${note.id}.text`)
          }
        />
      </span>
    </div>
  );
}

export const NoteCard = memo(Note);
