// Sentences about SOAP services of other systems.
import type { Text } from '../text';

export const soapMessages: Readonly<Record<string, Text>> = {
  'nodes.soap-fault': {
    en: 'The service refused {operation}: {message} ({faultCode}). Correct what the message names, then replay the row.',
    es: 'El servicio rechazó {operation}: {message} ({faultCode}). Corrija lo que indica el mensaje y vuelva a procesar la fila.',
    pt: 'O serviço recusou {operation}: {message} ({faultCode}). Corrija o que a mensagem indica e reprocesse a linha.',
  },
  'nodes.soap-answer-strange': {
    en: 'The answer to {operation} does not fit the WSDL ({reason}). Check the address of the service in the connection, and whether the WSDL is up to date.',
    es: 'La respuesta a {operation} no corresponde al WSDL ({reason}). Revise la dirección del servicio en la conexión y si el WSDL está actualizado.',
    pt: 'A resposta a {operation} não bate com o WSDL ({reason}). Confira o endereço do serviço na conexão e se o WSDL está atualizado.',
  },
  'nodes.soap-operation-unknown': {
    en: 'The service has no operation "{operation}". It has: {known}. Correct the name in the box.',
    es: 'El servicio no tiene la operación «{operation}». Tiene: {known}. Corrija el nombre en la caja.',
    pt: 'O serviço não tem a operação "{operation}". Tem: {known}. Corrija o nome na caixa.',
  },
  'nodes.soap-endpoint-elsewhere': {
    en: 'The WSDL says that the service is at {address}. Nothing is sent there unasked, because it is not where the WSDL came from. Put the address of the service into the connection.',
    es: 'El WSDL dice que el servicio está en {address}. No se envía nada allí sin pedirlo, porque el WSDL no vino de ese lugar. Indique la dirección del servicio en la conexión.',
    pt: 'O WSDL diz que o serviço está em {address}. Nada é enviado para lá sem pedido, porque o WSDL não veio desse lugar. Informe na conexão o endereço do serviço.',
  },
  'nodes.wsdl-missing': {
    en: 'The connection has neither the address of a WSDL nor a file with it. Give one of them.',
    es: 'La conexión no tiene ni la dirección de un WSDL ni un archivo con él. Indique uno de los dos.',
    pt: 'A conexão não tem nem o endereço de um WSDL nem um arquivo com ele. Informe um dos dois.',
  },
  'nodes.wsdl-broken': {
    en: 'What is at {address} is no usable WSDL ({reason}). Open the address in a browser: it must show XML that starts with definitions.',
    es: 'Lo que hay en {address} no es un WSDL utilizable ({reason}). Abra la dirección en un navegador: debe mostrar un XML que empieza con definitions.',
    pt: 'O que está em {address} não é um WSDL utilizável ({reason}). Abra o endereço em um navegador: deve aparecer um XML que começa com definitions.',
  },
  'nodes.wsdl-file-broken': {
    en: 'The file {name} is no usable WSDL or schema ({reason}). Upload the XML file itself, as the service gives it: it starts with definitions, or with schema.',
    es: 'El archivo {name} no es un WSDL ni un esquema utilizable ({reason}). Suba el archivo XML tal como lo entrega el servicio: empieza con definitions, o con schema.',
    pt: 'O arquivo {name} não é um WSDL nem um schema utilizável ({reason}). Envie o próprio arquivo XML, como o serviço o entrega: ele começa com definitions, ou com schema.',
  },
  'nodes.wsdl-part-missing': {
    en: 'The WSDL refers to another file, {file}, and it is not among those uploaded. Add {file} under "Files it refers to" in the connection.',
    es: 'El WSDL se refiere a otro archivo, {file}, y no está entre los que se subieron. Agregue {file} en «Archivos a los que se refiere», en la conexión.',
    pt: 'O WSDL se refere a outro arquivo, {file}, e ele não está entre os enviados. Acrescente {file} em "Arquivos a que ele se refere", na conexão.',
  },
  'nodes.wsdl-too-large': {
    en: 'With {name} the files of the WSDL are larger than {megabytes} MB together. Leave out schemas that the operations you call do not need.',
    es: 'Con {name} los archivos del WSDL superan juntos {megabytes} MB. Quite los esquemas que no necesitan las operaciones que usted llama.',
    pt: 'Com {name} os arquivos do WSDL passam, juntos, de {megabytes} MB. Retire os schemas de que as operações que você chama não precisam.',
  },
  'nodes.wsdl-part-unreachable': {
    en: 'The WSDL refers to another file, {address}, that cannot be reached from here. Give the WSDL by its web address, or put all parts into one file.',
    es: 'El WSDL se refiere a otro archivo, {address}, que no se puede alcanzar desde aquí. Indique el WSDL por su dirección web o reúna todas las partes en un archivo.',
    pt: 'O WSDL se refere a outro arquivo, {address}, que não pode ser alcançado daqui. Informe o WSDL pelo endereço na web ou junte todas as partes em um arquivo.',
  },
  'nodes.xml-refused': {
    en: 'The XML was not read because it could do harm ({reason}): document types, very deep and very long documents are refused. Ask for less at once, or tell who runs the service.',
    es: 'El XML no se leyó porque podría causar daño ({reason}): se rechazan los tipos de documento y los documentos muy profundos o muy largos. Pida menos de una vez o avise a quien opera el servicio.',
    pt: 'O XML não foi lido porque poderia causar dano ({reason}): tipos de documento e documentos muito profundos ou muito longos são recusados. Peça menos de uma vez ou avise quem opera o serviço.',
  },
  'nodes.xml-broken': {
    en: 'The answer is no correct XML ({reason}). It begins: {start}. Try again; if it stays, tell who runs the service.',
    es: 'La respuesta no es un XML correcto ({reason}). Empieza así: {start}. Inténtelo de nuevo; si se repite, avise a quien opera el servicio.',
    pt: 'A resposta não é um XML correto ({reason}). Começa assim: {start}. Tente de novo; se continuar, avise quem opera o serviço.',
  },
  'connections.soap-answered': {
    en: 'The WSDL was read. The service has {count} operations: {operations}.',
    es: 'Se leyó el WSDL. El servicio tiene {count} operaciones: {operations}.',
    pt: 'O WSDL foi lido. O serviço tem {count} operações: {operations}.',
  },
  'connections.soap-no-operations': {
    en: 'The WSDL has no operation with a SOAP binding. Give the address of the WSDL that describes the service itself.',
    es: 'El WSDL no tiene ninguna operación con enlace SOAP. Indique la dirección del WSDL que describe el propio servicio.',
    pt: 'O WSDL não tem nenhuma operação com binding SOAP. Informe o endereço do WSDL que descreve o próprio serviço.',
  },
};
