// The form of the box that sends rows to an API. Data only.
import type { Field, Fields, Json, Text } from '@eclusa/flow';

const same = (text: string): Text => ({ en: text, es: text, pt: text });

const nameColumn: Field = {
  kind: 'text',
  required: true,
  maxLength: 100,
  name: { en: 'Name', es: 'Nombre', pt: 'Nome' },
};

const table = (name: Text, help?: Text): Field => ({
  kind: 'table',
  default: [],
  advanced: true,
  name,
  ...(help && { help }),
  columns: {
    name: nameColumn,
    value: { kind: 'expression', required: true, name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
  },
});

/** What a second call with the same row does. */
const repeatField: Field = {
  kind: 'choice',
  default: 'unknown',
  required: true,
  when: { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  name: {
    en: 'If the answer is lost',
    es: 'Si se pierde la respuesta',
    pt: 'Se a resposta se perder',
  },
  help: {
    en: 'The other system may have done the work and nobody saw the answer. Sending an order twice makes two orders.',
    es: 'El otro sistema puede haber hecho el trabajo sin que nadie viera la respuesta. Enviar un pedido dos veces crea dos pedidos.',
    pt: 'O outro sistema pode ter feito o trabalho sem que ninguém visse a resposta. Enviar um pedido duas vezes cria dois pedidos.',
  },
  choices: [
    {
      value: 'look',
      name: {
        en: 'Look first, then decide',
        es: 'Consultar y luego decidir',
        pt: 'Consultar e então decidir',
      },
      help: {
        en: 'Asks the look-up address below; what is found is not sent again.',
        es: 'Consulta la dirección de abajo; lo que se encuentra no se envía de nuevo.',
        pt: 'Consulta o endereço abaixo; o que for encontrado não é enviado de novo.',
      },
    },
    {
      value: 'again',
      name: { en: 'Send again', es: 'Enviar de nuevo', pt: 'Enviar de novo' },
      help: {
        en: 'For systems that know a repeated row by its code and change nothing.',
        es: 'Para sistemas que reconocen una fila repetida por su código y no cambian nada.',
        pt: 'Para sistemas que reconhecem uma linha repetida pelo código e não mudam nada.',
      },
    },
    {
      value: 'unknown',
      name: { en: 'A person looks', es: 'Una persona revisa', pt: 'Uma pessoa confere' },
      help: {
        en: 'The row waits in the run as "in doubt".',
        es: 'La fila espera en la ejecución como «en duda».',
        pt: 'A linha espera na execução como "em dúvida".',
      },
    },
  ],
};

const lookAlwaysField: Field = {
  kind: 'toggle',
  default: false,
  when: { field: 'repeat', is: ['look'] },
  name: {
    en: 'Look before every row',
    es: 'Consultar antes de cada fila',
    pt: 'Consultar antes de cada linha',
  },
  help: {
    en: 'Also finds what an earlier run has sent, such as an order that comes a second time, and keeps what it found. Costs one more call for each row. Off: looks only where an answer was lost.',
    es: 'Encuentra también lo que envió una ejecución anterior, como un pedido que llega por segunda vez, y guarda lo encontrado. Cuesta una llamada más por fila. Desactivado: consulta solo cuando se perdió una respuesta.',
    pt: 'Encontra também o que uma execução anterior enviou, como um pedido que chega pela segunda vez, e guarda o que encontrou. Custa uma chamada a mais por linha. Desligado: consulta só quando uma resposta se perdeu.',
  },
};

const whenMissingField: Field = {
  kind: 'choice',
  default: 'fail',
  name: {
    en: 'If it answers 404 (not found)',
    es: 'Si responde 404 (no encontrado)',
    pt: 'Se responder 404 (não encontrado)',
  },
  help: {
    en: 'Such as an order that the other system was never told of.',
    es: 'Como un pedido del que nunca se avisó al otro sistema.',
    pt: 'Como um pedido que nunca foi avisado ao outro sistema.',
  },
  choices: [
    {
      value: 'fail',
      name: { en: 'The row fails', es: 'La fila falla', pt: 'A linha falha' },
    },
    {
      value: 'empty',
      name: {
        en: 'Go on without an answer',
        es: 'Seguir sin respuesta',
        pt: 'Continuar sem resposta',
      },
      help: {
        en: 'For a record that may not be there, such as the cancellation of an order your ERP never got. The answer is empty then. A wrong address answers 404 as well, so try the box out first.',
        es: 'Para un registro que puede no existir, como la cancelación de un pedido que su ERP nunca recibió. La respuesta queda vacía. Una dirección incorrecta también responde 404: pruebe antes la caja.',
        pt: 'Para um registro que pode não existir, como o cancelamento de um pedido que o seu ERP nunca recebeu. A resposta fica vazia. Um endereço errado também responde 404: teste a caixa antes.',
      },
    },
  ],
};

const failureField: Field = {
  kind: 'expression',
  default: '',
  advanced: true,
  placeholder: 'retorno.status = "Erro"',
  name: {
    en: 'The answer is a failure when',
    es: 'La respuesta es una falla cuando',
    pt: 'A resposta é uma falha quando',
  },
  help: {
    en: 'Many ERPs answer errors with HTTP 200. An expression over the answer: when it is true the row fails. A text that it gives is shown as the reason.',
    es: 'Muchos ERP responden errores con HTTP 200. Una expresión sobre la respuesta: cuando es verdadera, la fila falla. Si da un texto, se muestra como motivo.',
    pt: 'Muitos ERPs respondem erros com HTTP 200. Uma expressão sobre a resposta: quando é verdadeira, a linha falha. Se der um texto, ele aparece como motivo.',
  },
};

export const httpOutputFields: Fields = {
  connection: {
    kind: 'connection',
    accepts: ['http'],
    required: true,
    name: { en: 'System', es: 'Sistema', pt: 'Sistema' },
    help: {
      en: 'The connection to call: its address and how to sign in, such as your ERP at https://erp.example.com.',
      es: 'La conexión a la que se llama: su dirección y cómo entrar, como su ERP en https://erp.example.com.',
      pt: 'A conexão a chamar: o endereço e como entrar, como o seu ERP em https://erp.example.com.',
    },
  },
  method: {
    kind: 'choice',
    default: 'POST',
    required: true,
    name: { en: 'Method', es: 'Método', pt: 'Método' },
    help: {
      en: 'POST usually creates, PUT and PATCH change, DELETE takes away. The documentation of the system says which one it wants.',
      es: 'POST suele crear, PUT y PATCH cambian, DELETE quita. La documentación del sistema dice cuál espera.',
      pt: 'POST costuma criar, PUT e PATCH alteram, DELETE retira. A documentação do sistema diz qual ele espera.',
    },
    choices: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'].map((value) => ({ value, name: same(value) })),
  },
  path: {
    kind: 'text',
    required: true,
    maxLength: 1000,
    placeholder: '/pedidos/{numero}',
    name: { en: 'Address', es: 'Dirección', pt: 'Endereço' },
    help: {
      en: 'After the address of the connection. Places such as {numero} are filled from the row’s field of that name, or by the lines below.',
      es: 'Después de la dirección de la conexión. Los lugares como {numero} se completan con el campo de ese nombre de la fila, o con las líneas de abajo.',
      pt: 'Depois do endereço da conexão. Lugares como {numero} são preenchidos pelo campo da linha com esse nome, ou pelas linhas abaixo.',
    },
  },
  places: table(
    { en: 'Places of the address', es: 'Lugares de la dirección', pt: 'Lugares do endereço' },
    {
      en: "What stands in the address for {name}, for example {order} with the row's order number.",
      es: 'Lo que va en la dirección en lugar de {nombre}, por ejemplo {pedido} con el número de pedido de la fila.',
      pt: 'O que entra no endereço no lugar de {nome}, por exemplo {pedido} com o número do pedido da linha.',
    },
  ),
  query: table(
    { en: 'Query', es: 'Parámetros de consulta', pt: 'Parâmetros de consulta' },
    {
      en: 'Added to the address after the question mark, for example branch = 7.',
      es: 'Se agrega a la dirección después del signo de pregunta, por ejemplo sucursal = 7.',
      pt: 'Entra no endereço depois da interrogação, por exemplo filial = 7.',
    },
  ),
  headers: table(
    { en: 'Headers', es: 'Encabezados', pt: 'Cabeçalhos' },
    {
      en: 'Sent with every call, for example X-Branch = 7. The connection adds its own key by itself.',
      es: 'Se envían con cada llamada, por ejemplo X-Sucursal = 7. La conexión agrega su propia clave sola.',
      pt: 'Vão em cada chamada, por exemplo X-Filial = 7. A conexão acrescenta a própria chave sozinha.',
    },
  ),
  body: {
    kind: 'expression',
    default: '$',
    when: { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    name: { en: 'Content', es: 'Contenido', pt: 'Conteúdo' },
    help: {
      en: 'An expression that gives the JSON to send; $ is the whole row. Empty: nothing is sent.',
      es: 'Una expresión que da el JSON por enviar; $ es la fila entera. Vacío: no se envía nada.',
      pt: 'Uma expressão que dá o JSON a enviar; $ é a linha inteira. Vazio: nada é enviado.',
    },
  },
  repeat: repeatField,
  lookup: {
    kind: 'text',
    required: true,
    maxLength: 1000,
    placeholder: '/pedidos/{numero}',
    when: { field: 'repeat', is: ['look'] },
    name: { en: 'Look-up address', es: 'Dirección de consulta', pt: 'Endereço de consulta' },
    help: {
      en: 'A GET that answers the record when it is there, and 404, null or an empty list when it is not.',
      es: 'Un GET que responde el registro cuando existe, y 404, null o una lista vacía cuando no.',
      pt: 'Um GET que responde o registro quando ele existe, e 404, null ou uma lista vazia quando não.',
    },
  },
  lookAlways: lookAlwaysField,
  whenMissing: whenMissingField,
  failure: failureField,
  answerPath: {
    kind: 'text',
    default: '',
    maxLength: 200,
    placeholder: 'data.id',
    advanced: true,
    name: {
      en: 'Only this of the answer',
      es: 'Solo esto de la respuesta',
      pt: 'Só isto da resposta',
    },
    help: {
      en: 'The path in the answer to what is kept, such as data.id. Empty: all of it.',
      es: 'La ruta dentro de la respuesta hasta lo que se guarda, como data.id. Vacío: toda.',
      pt: 'O caminho dentro da resposta até o que é guardado, como data.id. Vazio: ela inteira.',
    },
  },
  saveAs: {
    kind: 'text',
    default: 'answer',
    maxLength: 64,
    advanced: true,
    name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
    help: {
      en: 'The field of the row that takes the answer, for the boxes that follow. Empty: not kept.',
      es: 'El campo de la fila que recibe la respuesta, para las cajas siguientes. Vacío: no se guarda.',
      pt: 'O campo da linha que recebe a resposta, para as caixas seguintes. Vazio: não é guardado.',
    },
  },
  timeoutSeconds: {
    kind: 'number',
    default: 60,
    min: 1,
    max: 300,
    integer: true,
    advanced: true,
    name: { en: 'Longest wait', es: 'Espera máxima', pt: 'Espera máxima' },
    help: {
      en: 'An answer that takes longer counts as none; the call is then tried again where that is safe.',
      es: 'Una respuesta que tarda más cuenta como ninguna; la llamada se repite entonces donde es seguro.',
      pt: 'Uma resposta que demora mais conta como nenhuma; a chamada é então repetida onde isso é seguro.',
    },
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
  },
};

/** The settings as the box finds them. */
export interface HttpOutputConfig extends Record<string, Json> {
  method: string;
  path: string;
  places: { name: string; value: string }[];
  query: { name: string; value: string }[];
  headers: { name: string; value: string }[];
  body: string;
  repeat: 'look' | 'again' | 'unknown';
  lookup: string;
  lookAlways: boolean;
  whenMissing: 'fail' | 'empty';
  failure: string;
  answerPath: string;
  saveAs: string;
  timeoutSeconds: number;
}
