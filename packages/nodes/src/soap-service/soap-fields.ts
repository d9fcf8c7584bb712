// The settings that both SOAP boxes for other systems have.
import type { Field } from '@eclusa/flow';

export const connectionField: Field = {
  kind: 'connection',
  accepts: ['soap'],
  required: true,
  name: { en: 'SOAP service', es: 'Servicio SOAP', pt: 'Serviço SOAP' },
  help: {
    en: 'The connection that knows the WSDL and how to sign in, such as that of your ERP.',
    es: 'La conexión que conoce el WSDL y cómo entrar, como la de su ERP.',
    pt: 'A conexão que conhece o WSDL e como entrar, como a do seu ERP.',
  },
};

export const operationField: Field = {
  kind: 'text',
  required: true,
  maxLength: 200,
  placeholder: 'ConsultarProdutos',
  name: { en: 'Operation', es: 'Operación', pt: 'Operação' },
  help: {
    en: 'As the WSDL spells it. Testing the connection lists all of them.',
    es: 'Tal como la escribe el WSDL. Al probar la conexión se listan todas.',
    pt: 'Como o WSDL a escreve. Ao testar a conexão, todas são listadas.',
  },
};

export const timeoutField: Field = {
  kind: 'number',
  default: 60,
  min: 1,
  max: 600,
  advanced: true,
  name: { en: 'Longest wait', es: 'Espera máxima', pt: 'Espera máxima' },
  help: {
    en: 'An answer that takes longer counts as none; the call is then tried again where that is safe.',
    es: 'Una respuesta que tarda más cuenta como ninguna; la llamada se repite entonces donde es seguro.',
    pt: 'Uma resposta que demora mais conta como nenhuma; a chamada é então repetida onde isso é seguro.',
  },
  unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
};

export const sizeField: Field = {
  kind: 'number',
  default: 20,
  min: 1,
  max: 200,
  advanced: true,
  name: { en: 'Largest answer', es: 'Respuesta máxima', pt: 'Maior resposta' },
  help: {
    en: 'A larger answer is refused, so that one call cannot fill the memory. Ask for smaller pages first.',
    es: 'Una respuesta mayor se rechaza, para que una llamada no llene la memoria. Pida primero páginas más chicas.',
    pt: 'Uma resposta maior é recusada, para que uma chamada não encha a memória. Peça antes páginas menores.',
  },
  unit: { en: 'MB', es: 'MB', pt: 'MB' },
};
