// CodeMirror for one formula, completing fields and functions. Loaded when a formula is first shown.
import { autocompletion, startCompletion } from '@codemirror/autocomplete';
import CodeMirror, { EditorView, keymap, tooltips, type ReactCodeMirrorRef } from '@uiw/react-codemirror';
import { useComputedColorScheme } from '@mantine/core';
import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { useLocale } from '../i18n/useLocale';
import { useFieldScope } from './field-scope';
import classes from './fields.module.css';
import { formulaCompletion } from './formula-completion';
import { choicesIn } from './useFieldChoices';

export interface FormulaHandle {
  /** Puts text where the cursor is, the cursor `back` characters before its end. */
  insert: (text: string, back?: number) => void;
}

export interface FormulaEditorProps {
  ref: Ref<FormulaHandle>;
  id: string;
  label: string;
  value: string;
  placeholder: string;
  invalid: boolean;
  onChange: (value: string) => void;
}

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip': {
    zIndex: '500',
    maxWidth: '440px',
    border: '1px solid var(--ec-line-strong)',
    borderRadius: '8px',
    background: 'var(--ec-raised)',
    color: 'var(--mantine-color-text)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '10px',
    padding: '4px 8px',
    fontFamily: 'var(--mantine-font-family)',
    fontSize: '0.76rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--ec-accent-soft)',
    color: 'var(--mantine-color-text)',
  },
  '.cm-completionLabel': { fontWeight: '600', color: 'var(--ec-accent-text)' },
  '.cm-completionDetail': {
    margin: '0',
    overflow: 'hidden',
    color: 'var(--mantine-color-dimmed)',
    fontStyle: 'normal',
    textOverflow: 'ellipsis',
  },
  '.cm-completionInfo': { padding: '6px 10px', fontSize: '0.74rem' },
});

/** Tab leaves it; Escape closes the completion and nothing around it. */
export function FormulaEditor({ ref, id, label, value, placeholder, invalid, onChange }: FormulaEditorProps) {
  const scheme = useComputedColorScheme('light');
  const { rows, known, functions } = useFieldScope();
  const { locale } = useLocale();
  const editor = useRef<ReactCodeMirrorRef>(null);
  useImperativeHandle(ref, () => ({
    insert: (text, back = 0) => {
      const view = editor.current?.view;
      if (!view) return;
      const { from, to } = view.state.selection.main;
      view.dispatch({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length - back },
        userEvent: 'input.complete',
      });
      view.focus();
    },
  }));
  const extensions = useMemo(
    () => [
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        id,
        'aria-label': label,
        'aria-invalid': String(invalid),
        'data-mantine-stop-propagation': 'true',
        spellcheck: 'false',
      }),
      autocompletion({
        override: [formulaCompletion(choicesIn({ rows, known }), functions, locale)],
        icons: false,
        activateOnTypingDelay: 150,
      }),
      // In the page itself: panels and dialogs would cut the list off.
      tooltips({ parent: window.document.body }),
      look,
      keymap.of([{ key: 'Ctrl-Space', run: startCompletion }]),
    ],
    [id, label, invalid, rows, known, functions, locale],
  );
  return (
    <CodeMirror
      ref={editor}
      className={classes.formulaEditor!}
      value={value}
      theme={scheme}
      placeholder={placeholder}
      indentWithTab={false}
      extensions={extensions}
      basicSetup={{
        lineNumbers: false,
        foldGutter: false,
        highlightActiveLine: false,
        autocompletion: false,
        searchKeymap: false,
      }}
      onChange={onChange}
    />
  );
}
