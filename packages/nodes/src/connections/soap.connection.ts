// A system that answers over SOAP: its description (WSDL) and how to sign in.
import { defineConnection, sentences, UserError } from '@eclusa/flow';
import { openService } from '../soap-service/soap-service';
import { paceFields } from './pace-fields';

const atAddress = { field: 'wsdlFrom', is: ['address'] };
const fromFile = { field: 'wsdlFrom', is: ['file'] };
const xmlFiles = ['.wsdl', '.xml', '.xsd', 'text/xml', 'application/xml'];
const signsIn = { field: 'auth', is: ['basic', 'wss'] };
const inMessage = { field: 'auth', is: ['wss'] };

export default defineConnection({
  id: 'soap',
  name: { en: 'SOAP service', es: 'Servicio SOAP', pt: 'Serviço SOAP' },
  help: {
    en: 'An ERP or another system with a SOAP web service, described by a WSDL. Testing it lists its operations.',
    es: 'Un ERP u otro sistema con un servicio web SOAP, descrito por un WSDL. Al probarla se listan sus operaciones.',
    pt: 'Um ERP ou outro sistema com um serviço web SOAP, descrito por um WSDL. Ao testar, são listadas as operações.',
  },
  fields: {
    wsdlFrom: {
      kind: 'choice',
      default: 'address',
      name: { en: 'Where the WSDL is', es: 'Dónde está el WSDL', pt: 'Onde está o WSDL' },
      choices: [
        { value: 'address', name: { en: 'At an address', es: 'En una dirección', pt: 'Em um endereço' } },
        { value: 'file', name: { en: 'I upload it', es: 'Lo subo yo', pt: 'Eu envio' } },
      ],
    },
    wsdlFile: {
      kind: 'file',
      required: true,
      when: fromFile,
      accepts: xmlFiles,
      name: { en: 'WSDL file', es: 'Archivo WSDL', pt: 'Arquivo WSDL' },
      help: {
        en: 'At most 5 MB together with the files below. The address of the service is then needed, because nothing is sent to an address that only a file names.',
        es: 'Como máximo 5 MB junto con los archivos de abajo. Entonces hace falta la dirección del servicio, porque no se envía nada a una dirección que solo un archivo indica.',
        pt: 'No máximo 5 MB junto com os arquivos abaixo. Aí é preciso o endereço do serviço, porque nada é enviado para um endereço que só um arquivo indica.',
      },
    },
    wsdlParts: {
      kind: 'table',
      when: fromFile,
      columns: {
        file: {
          kind: 'file',
          required: true,
          accepts: xmlFiles,
          name: { en: 'File', es: 'Archivo', pt: 'Arquivo' },
          help: {
            en: 'The service’s description, a .wsdl or .xml file; add the .xsd files it names as well.',
            es: 'La descripción del servicio, un archivo .wsdl o .xml; agregue también los .xsd que nombra.',
            pt: 'A descrição do serviço, um arquivo .wsdl ou .xml; inclua também os .xsd que ela cita.',
          },
        },
      },
      name: {
        en: 'Files it refers to',
        es: 'Archivos a los que se refiere',
        pt: 'Arquivos a que ele se refere',
      },
      help: {
        en: 'When the WSDL imports or includes other files (schemas, .xsd), add them here. They are found by their names, in whatever folder the WSDL expects them.',
        es: 'Cuando el WSDL importa o incluye otros archivos (esquemas, .xsd), agréguelos aquí. Se encuentran por su nombre, sea cual sea la carpeta que espera el WSDL.',
        pt: 'Quando o WSDL importa ou inclui outros arquivos (schemas, .xsd), acrescente-os aqui. São encontrados pelo nome, em qualquer pasta que o WSDL espere.',
      },
    },
    wsdl: {
      kind: 'text',
      when: atAddress,
      placeholder: 'https://erp.example.com/ws/produtos?wsdl',
      pattern: 'https?://.+',
      name: { en: 'Address of the WSDL', es: 'Dirección del WSDL', pt: 'Endereço do WSDL' },
    },
    auth: {
      kind: 'choice',
      default: 'none',
      name: { en: 'Sign-in', es: 'Autenticación', pt: 'Autenticação' },
      choices: [
        { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
        {
          value: 'basic',
          name: {
            en: 'User and password (Basic)',
            es: 'Usuario y contraseña (Basic)',
            pt: 'Usuário e senha (Basic)',
          },
        },
        {
          value: 'wss',
          name: {
            en: 'User and password in the message (WS-Security)',
            es: 'Usuario y contraseña en el mensaje (WS-Security)',
            pt: 'Usuário e senha na mensagem (WS-Security)',
          },
        },
      ],
    },
    username: {
      kind: 'text',
      required: true,
      when: signsIn,
      name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
    },
    password: {
      kind: 'secret',
      when: signsIn,
      name: { en: 'Password', es: 'Contraseña', pt: 'Senha' },
    },
    digest: {
      kind: 'toggle',
      default: false,
      when: inMessage,
      advanced: true,
      name: {
        en: 'Send a digest of it, not itself',
        es: 'Enviar un resumen, no la propia',
        pt: 'Enviar um resumo dela, não ela mesma',
      },
    },
    timestamp: {
      kind: 'toggle',
      default: false,
      when: inMessage,
      advanced: true,
      name: { en: 'With a time stamp', es: 'Con marca de tiempo', pt: 'Com carimbo de data e hora' },
    },
    endpoint: {
      kind: 'text',
      placeholder: 'https://erp.example.com/ws/produtos',
      pattern: 'https?://.+',
      name: {
        en: 'Address of the service',
        es: 'Dirección del servicio',
        pt: 'Endereço do serviço',
      },
      help: {
        en: 'Empty: the one in the WSDL, as long as it is on the host the WSDL was read from. Many WSDLs name a host that only exists inside the company.',
        es: 'Vacío: la del WSDL, siempre que esté en el servidor del que se leyó el WSDL. Muchos WSDL nombran un servidor que solo existe dentro de la empresa.',
        pt: 'Vazio: o do WSDL, desde que seja do servidor de onde o WSDL foi lido. Muitos WSDLs citam um servidor que só existe dentro da empresa.',
      },
    },
    wsdlText: {
      kind: 'text',
      when: atAddress,
      multiline: true,
      advanced: true,
      maxLength: 2_000_000,
      name: {
        en: 'The WSDL itself',
        es: 'El propio WSDL',
        pt: 'O próprio WSDL',
      },
      help: {
        en: 'Paste the file’s content when the WSDL has no address. The address of the service is then needed.',
        es: 'Pegue el contenido del archivo cuando el WSDL no tiene dirección. Entonces hace falta la dirección del servicio.',
        pt: 'Cole o conteúdo do arquivo quando o WSDL não tem endereço. Aí é preciso o endereço do serviço.',
      },
    },
    ...paceFields,
  },
  async test({ connection, fetch, signal, files }) {
    const now = () => new Date();
    const tools = { fetch, signal, now, files, dryRun: false, reads: true, timeoutMs: 20_000 };
    const { operations, refusedAddress } = await openService(connection, tools);
    if (operations.length === 0) throw new UserError('connections.soap-no-operations');
    if (refusedAddress !== undefined) {
      throw new UserError('nodes.soap-endpoint-elsewhere', { values: { address: refusedAddress } });
    }
    const shown = operations.slice(0, 60).join(', ');
    return sentences('connections.soap-answered', { count: operations.length, operations: shown });
  },
});
