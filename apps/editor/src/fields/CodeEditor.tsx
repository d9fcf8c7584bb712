// CodeMirror behind a small face. Nothing else imports it, so that it stays out of the first load.
import CodeMirror, { EditorView } from '@uiw/react-codemirror';
import { json } from '@codemirror/lang-json';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import classes from './fields.module.css';

export interface CodeEditorProps {
  label: string;
  language: 'javascript' | 'json';
  value: string;
  onChange?: (value: string) => void;
  height?: string;
}

/** Read-only without `onChange`. Tab leaves the editor, so that the keyboard is never caught. */
export function CodeEditor({ label, language, value, onChange, height = '220px' }: CodeEditorProps) {
  const scheme = useComputedColorScheme('light');
  const extensions = useMemo(
    () => [
      ...(language === 'json' ? [json()] : []),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
    ],
    [language, label],
  );
  return (
    <div className={classes.code}>
      <CodeMirror
        value={value}
        height={height}
        theme={scheme}
        indentWithTab={false}
        editable={onChange !== undefined}
        extensions={extensions}
        basicSetup={{ foldGutter: false, highlightActiveLine: onChange !== undefined }}
        {...(onChange && { onChange })}
      />
    </div>
  );
}
