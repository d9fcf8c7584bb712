// Ends the whole run when a row comes for which a condition holds: what would do harm had better not go on.
import { defineNode, StopRun } from '@eclusa/flow';
import { evaluator, isTrue } from './evaluation';
import { onceDone } from './mapped-row';
import { template } from './template-text';

interface Config {
  condition?: string;
  message?: string;
  ending?: 'failed' | 'cancelled';
}

const conditionName = { en: 'Stop when', es: 'Detener cuando', pt: 'Parar quando' };

export default defineNode<Config>({
  id: 'transform.stop',
  version: 1,
  group: 'transform',
  name: { en: 'Stop the run', es: 'Detener la ejecución', pt: 'Parar a execução' },
  help: {
    en: 'Ends the whole run, with your message, as soon as a row comes for which the condition holds: a price list with negative prices, an export that was cut off. Other rows pass. What was sent before stays sent; the run can be resumed, and stops again while such a row is there.',
    es: 'Termina toda la ejecución, con su mensaje, apenas llega una fila que cumple la condición: una lista con precios negativos, una exportación cortada. Las demás filas pasan. Lo ya enviado queda enviado; la ejecución se puede reanudar y se detiene de nuevo mientras haya una fila así.',
    pt: 'Encerra a execução inteira, com a sua mensagem, assim que chega uma linha que atende à condição: uma tabela com preços negativos, uma exportação cortada. As demais linhas passam. O que já foi enviado continua enviado; a execução pode ser retomada, e para de novo enquanto houver uma linha assim.',
  },
  keywords: [
    ...['stop', 'abort', 'end', 'halt', 'error', 'guard', 'assert', 'fail'],
    ...['detener', 'abortar', 'terminar', 'interrumpir', 'cortar'],
    ...['parar', 'encerrar', 'interromper', 'abortar', 'falhar'],
  ],
  fields: {
    condition: {
      kind: 'expression',
      required: true,
      returns: 'boolean',
      placeholder: 'preco < 0',
      name: conditionName,
      help: {
        en: 'For example: preco < 0. With true, any row that comes stops the run.',
        es: 'Por ejemplo: preco < 0. Con true, cualquier fila que llegue detiene la ejecución.',
        pt: 'Por exemplo: preco < 0. Com true, qualquer linha que chegar para a execução.',
      },
    },
    message: {
      kind: 'text',
      places: true,
      required: true,
      multiline: true,
      maxLength: 1000,
      placeholder: 'Preço negativo em {{sku}}',
      name: { en: 'Message', es: 'Mensaje', pt: 'Mensagem' },
      help: {
        en: 'Shown with the run. Places in double braces are filled from the row: {{sku}}.',
        es: 'Se muestra con la ejecución. Los lugares entre dos llaves se llenan con la fila: {{sku}}.',
        pt: 'Aparece com a execução. Os lugares entre duas chaves são preenchidos com a linha: {{sku}}.',
      },
    },
    ending: {
      kind: 'choice',
      default: 'failed',
      name: { en: 'The run ends', es: 'La ejecución termina', pt: 'A execução termina' },
      help: {
        en: 'As failed it is red and told to whoever is told of failures; as cancelled it is not.',
        es: 'Como fallida queda en rojo y se avisa a quien recibe las fallas; como cancelada, no.',
        pt: 'Com falha ela fica vermelha e é avisada a quem recebe as falhas; como cancelada, não.',
      },
      choices: [
        { value: 'failed', name: { en: 'As failed', es: 'Como fallida', pt: 'Com falha' } },
        { value: 'cancelled', name: { en: 'As cancelled', es: 'Como cancelada', pt: 'Como cancelada' } },
      ],
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters, nodeId }) {
      const condition = evaluator(config.condition ?? '', conditionName, parameters);
      const say = template(config.message ?? '', { escape: 'none', strict: false }, parameters);
      const stop = (message: string): never => {
        const values = { message: message.slice(0, 1000), node: nodeId };
        throw new StopRun('nodes.run-stopped', config.ending ?? 'failed', { values });
      };
      return (row) =>
        onceDone(condition(row), (value) => (isTrue(value) ? onceDone(say(row), stop) : [{ value: row }]));
    },
  },
  example: {
    config: { condition: 'preco < 0', message: 'Preço negativo em {{sku}}' },
    input: [{ sku: 'A', preco: 10 }],
    output: { out: [{ sku: 'A', preco: 10 }] },
  },
});
