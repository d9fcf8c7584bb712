// The one switch that draws every field. A node or connection never brings a component of its own.
import { assertUnreachable, type FieldProps } from './field-types';
import { ChoiceField } from './ChoiceField';
import { CodeField } from './CodeField';
import { ConnectionField } from './ConnectionField';
import { DateField } from './DateField';
import { ExpressionField } from './ExpressionField';
import { FileField } from './FileField';
import { FlowField } from './FlowField';
import { MappingField } from './MappingField';
import { NumberField } from './NumberField';
import { RequestField } from './RequestField';
import { SecretField } from './SecretField';
import { TableField } from './TableField';
import { TextField } from './TextField';
import { ToggleField } from './ToggleField';

/** One field of any kind, with its label, help and error. */
export function FieldInput({ field, ...rest }: FieldProps) {
  switch (field.kind) {
    case 'text':
      return <TextField field={field} {...rest} />;
    case 'number':
      return <NumberField field={field} {...rest} />;
    case 'toggle':
      return <ToggleField field={field} {...rest} />;
    case 'choice':
      return <ChoiceField field={field} {...rest} />;
    case 'request':
      return <RequestField field={field} {...rest} />;
    case 'date':
      return <DateField field={field} {...rest} />;
    case 'secret':
      return <SecretField field={field} {...rest} />;
    case 'connection':
      return <ConnectionField field={field} {...rest} />;
    case 'expression':
      return <ExpressionField field={field} {...rest} />;
    case 'mapping':
      return <MappingField field={field} {...rest} />;
    case 'code':
      return <CodeField field={field} {...rest} />;
    case 'file':
      return <FileField field={field} {...rest} />;
    case 'flow':
      return <FlowField field={field} {...rest} />;
    case 'table':
      return <TableField field={field} {...rest} />;
    default:
      return assertUnreachable(field);
  }
}
