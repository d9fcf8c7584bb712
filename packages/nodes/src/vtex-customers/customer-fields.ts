// What a customer and an address of Master Data hold, under VTEX's names. Data only.
import { target, type Targets } from '../vtex/targets';

const text = (en: string, es: string, pt: string, suggest?: string) =>
  target.text({ en, es, pt }, { maxLength: 200, ...(suggest !== undefined && { suggest }) });

/** Fields of the entity CL. */
export const clientFields = {
  email: text('E-mail', 'Correo electrónico', 'E-mail', 'email'),
  document: target.text(
    { en: 'Document (CPF, DNI…)', es: 'Documento (CPF, DNI…)', pt: 'Documento (CPF)' },
    {
      maxLength: 40,
      help: {
        en: 'Dots, dashes and slashes are taken out, as VTEX’s checkout stores it.',
        es: 'Se quitan puntos, guiones y barras, como lo guarda el checkout de VTEX.',
        pt: 'Pontos, traços e barras são retirados, como o checkout da VTEX guarda.',
      },
    },
  ),
  documentType: text('Type of document', 'Tipo de documento', 'Tipo de documento'),
  firstName: text('First name', 'Nombre', 'Nome'),
  lastName: text('Last name', 'Apellido', 'Sobrenome'),
  phone: text('Phone', 'Teléfono', 'Telefone'),
  homePhone: text('Home phone', 'Teléfono fijo', 'Telefone residencial'),
  cellPhone: text('Mobile phone', 'Teléfono móvil', 'Celular'),
  isNewsletterOptIn: target.boolean({
    en: 'Accepts the newsletter',
    es: 'Acepta el boletín',
    pt: 'Aceita a newsletter',
  }),
  localeDefault: text('Language', 'Idioma', 'Idioma'),
  priceTables: target.text(
    { en: 'Price tables', es: 'Tablas de precios', pt: 'Tabelas de preço' },
    {
      maxLength: 500,
      help: {
        en: 'Names of price tables with commas between: the customer buys at their prices.',
        es: 'Nombres de tablas de precios separados por comas: el cliente compra a esos precios.',
        pt: 'Nomes de tabelas de preço separados por vírgula: o cliente compra por esses preços.',
      },
    },
  ),
  isCorporate: target.boolean({ en: 'Is a company', es: 'Es empresa', pt: 'É empresa' }),
  corporateName: text('Company name', 'Razón social', 'Razão social'),
  tradeName: text('Trade name', 'Nombre comercial', 'Nome fantasia'),
  corporateDocument: text('Company document (CNPJ, CUIT…)', 'Documento de la empresa (CNPJ, CUIT…)', 'CNPJ'),
  stateRegistration: text('State registration', 'Inscripción estatal', 'Inscrição estadual'),
  isFreeStateRegistration: target.boolean({
    en: 'Exempt from state registration',
    es: 'Exento de inscripción estatal',
    pt: 'Isento de inscrição estadual',
  }),
} satisfies Targets;

/** Fields of the entity AD. */
export const addressFields = {
  addressName: target.text(
    { en: 'Name of the address', es: 'Nombre de la dirección', pt: 'Nome do endereço' },
    {
      maxLength: 100,
      help: {
        en: 'Tells the addresses of one customer apart. When it is not mapped: principal.',
        es: 'Distingue las direcciones de un cliente. Si no se mapea: principal.',
        pt: 'Distingue os endereços de um cliente. Se não for mapeado: principal.',
      },
    },
  ),
  addressType: text('Type of address', 'Tipo de dirección', 'Tipo de endereço'),
  receiverName: text('Receiver', 'Destinatario', 'Destinatário'),
  postalCode: text('Postal code', 'Código postal', 'CEP'),
  street: text('Street', 'Calle', 'Rua'),
  number: text('Number', 'Número', 'Número'),
  complement: text('Complement', 'Complemento', 'Complemento'),
  neighborhood: text('Neighbourhood', 'Barrio', 'Bairro'),
  city: text('City', 'Ciudad', 'Cidade'),
  state: text('State', 'Estado o provincia', 'Estado (UF)'),
  country: target.text(
    { en: 'Country', es: 'País', pt: 'País' },
    {
      maxLength: 3,
      help: {
        en: 'Three letters: BRA, ARG, MEX.',
        es: 'Tres letras: BRA, ARG, MEX.',
        pt: 'Três letras: BRA, ARG, MEX.',
      },
    },
  ),
  reference: text('Reference point', 'Referencia', 'Ponto de referência'),
} satisfies Targets;
