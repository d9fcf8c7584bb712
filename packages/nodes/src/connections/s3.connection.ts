// A bucket of Amazon S3, or of another service that speaks as it does.
import { defineConnection } from '@eclusa/flow';
import { tryStore } from './store-test';

export default defineConnection({
  id: 's3',
  name: { en: 'S3 bucket', es: 'Bucket S3', pt: 'Bucket S3' },
  help: {
    en: 'A bucket of Amazon S3 or of a service that speaks as it does (MinIO, Cloudflare R2, DigitalOcean Spaces).',
    es: 'Un bucket de Amazon S3 o de un servicio compatible (MinIO, Cloudflare R2, DigitalOcean Spaces).',
    pt: 'Um bucket da Amazon S3 ou de um serviço compatível (MinIO, Cloudflare R2, DigitalOcean Spaces).',
  },
  fields: {
    bucket: {
      kind: 'text',
      required: true,
      placeholder: 'erp-arquivos',
      pattern: '^[a-z0-9][a-z0-9.-]+$',
      name: { en: 'Bucket', es: 'Bucket', pt: 'Bucket' },
      help: {
        en: 'Its name, such as erp-arquivos.',
        es: 'Su nombre, como erp-archivos.',
        pt: 'O nome dele, como erp-arquivos.',
      },
    },
    accessKeyId: {
      kind: 'text',
      required: true,
      placeholder: 'AKIA…',
      name: { en: 'Access key ID', es: 'ID de la clave de acceso', pt: 'ID da chave de acesso' },
      help: {
        en: 'Of a user that may read and write in this bucket only, such as AKIA…',
        es: 'De un usuario que solo pueda leer y escribir en este bucket, como AKIA…',
        pt: 'De um usuário que só possa ler e gravar neste bucket, como AKIA…',
      },
    },
    secretAccessKey: {
      kind: 'secret',
      required: true,
      name: { en: 'Secret access key', es: 'Clave de acceso secreta', pt: 'Chave de acesso secreta' },
    },
    region: {
      kind: 'text',
      default: 'us-east-1',
      placeholder: 'sa-east-1',
      name: { en: 'Region', es: 'Región', pt: 'Região' },
      help: {
        en: 'Where the bucket is, such as sa-east-1 for São Paulo.',
        es: 'Dónde está el bucket, como sa-east-1 para São Paulo.',
        pt: 'Onde o bucket fica, como sa-east-1 para São Paulo.',
      },
    },
    folder: {
      kind: 'text',
      placeholder: 'erp/saida',
      name: { en: 'Folder', es: 'Carpeta', pt: 'Pasta' },
      help: {
        en: 'Flows stay below it, such as erp/saida. The whole bucket when empty.',
        es: 'Los flujos se quedan dentro de ella, como erp/salida. Si queda vacía, todo el bucket.',
        pt: 'Os fluxos ficam dentro dela, como erp/saida. Se ficar vazia, o bucket inteiro.',
      },
    },
    endpoint: {
      kind: 'text',
      advanced: true,
      placeholder: 'https://s3.example.com',
      pattern: '^https?://.+',
      name: { en: 'Address of the service', es: 'Dirección del servicio', pt: 'Endereço do serviço' },
      help: {
        en: 'For another service than Amazon’s, such as https://s3.example.com.',
        es: 'Para un servicio distinto del de Amazon, como https://s3.example.com.',
        pt: 'Para um serviço que não seja o da Amazon, como https://s3.example.com.',
      },
    },
    pathStyle: {
      kind: 'toggle',
      default: true,
      advanced: true,
      name: {
        en: 'Bucket in the path',
        es: 'El bucket va en la ruta',
        pt: 'O bucket vai no caminho',
      },
      help: {
        en: 'On: https://s3.example.com/erp-arquivos. Off: https://erp-arquivos.s3.example.com.',
        es: 'Activado: https://s3.example.com/erp-archivos. Desactivado: https://erp-archivos.s3.example.com.',
        pt: 'Ligado: https://s3.example.com/erp-arquivos. Desligado: https://erp-arquivos.s3.example.com.',
      },
    },
  },
  test: tryStore,
});
