// The service's description, made from its contract: one WSDL and its schema parts, as a WCF service serves them.
import { enums, methods, types, type Part } from './contract';
import { arraysUri, contractsUri, serviceUri } from './message';
import { xmlText } from './xml';

const schemaUri = 'http://www.w3.org/2001/XMLSchema';
const head = '<?xml version="1.0" encoding="utf-8"?>';

/** The WSDL; `address` is the service's own, without a query. */
export function wsdl(address: string): string {
  const at = xmlText(address);
  const names = [...methods.keys()];
  const imports = [serviceUri, contractsUri, arraysUri].map(
    (uri, part) => `<xsd:import schemaLocation="${at}?xsd=xsd${part}" namespace="${uri}"/>`,
  );
  const messages = names.flatMap((name) =>
    (['Input', 'Output'] as const).map(
      (way) =>
        `<wsdl:message name="IService_${name}_${way}Message"><wsdl:part name="parameters" element="tns:${name}${way === 'Input' ? '' : 'Response'}"/></wsdl:message>`,
    ),
  );
  const operations = names.map(
    (name) =>
      `<wsdl:operation name="${name}"><wsdl:input message="tns:IService_${name}_InputMessage"/>` +
      `<wsdl:output message="tns:IService_${name}_OutputMessage"/></wsdl:operation>`,
  );
  const bound = names.map(
    (name) =>
      `<wsdl:operation name="${name}"><soap:operation soapAction="${serviceUri}IService/${name}" style="document"/>` +
      '<wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>',
  );
  return (
    `${head}<wsdl:definitions name="Service" targetNamespace="${serviceUri}" xmlns:tns="${serviceUri}"` +
    ' xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"' +
    ` xmlns:xsd="${schemaUri}"><wsdl:types><xsd:schema targetNamespace="${serviceUri}Imports">${imports.join('')}</xsd:schema></wsdl:types>` +
    `${messages.join('')}<wsdl:portType name="IService">${operations.join('')}</wsdl:portType>` +
    '<wsdl:binding name="BasicHttpBinding_IService" type="tns:IService">' +
    `<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>${bound.join('')}</wsdl:binding>` +
    '<wsdl:service name="Service"><wsdl:port name="BasicHttpBinding_IService" binding="tns:BasicHttpBinding_IService">' +
    `<soap:address location="${at}"/></wsdl:port></wsdl:service></wsdl:definitions>`
  );
}

/** One schema part, or undefined for a name that is none. */
export function schemaPart(address: string, name: string): string | undefined {
  const part = { xsd0: serviceSchema, xsd1: contractsSchema, xsd2: arraysSchema }[name];
  return part?.(xmlText(address));
}

const plain = /^(int|short|string|boolean|decimal|dateTime)$/;

/** A type's name in a schema, with the prefix of the part it is in. */
function typeName(type: string): string {
  if (plain.test(type)) return `xs:${type}`;
  if (!type.endsWith('[]')) return `q:${type}`;
  const item = type.slice(0, -2);
  return plain.test(item) ? `l:ArrayOf${item}` : `q:ArrayOf${item}`;
}

const element = ({ name, type }: Part): string =>
  `<xs:element minOccurs="0" name="${name}" nillable="true" type="${typeName(type)}"/>`;

const sequence = (parts: readonly Part[]): string =>
  `<xs:complexType><xs:sequence>${parts.map(element).join('')}</xs:sequence></xs:complexType>`;

function open(uri: string): string {
  return (
    `${head}<xs:schema elementFormDefault="qualified" targetNamespace="${uri}" xmlns:xs="${schemaUri}"` +
    ` xmlns:tns="${uri}" xmlns:q="${contractsUri}" xmlns:l="${arraysUri}">`
  );
}

const importOf = (address: string, part: number, uri: string): string =>
  `<xs:import schemaLocation="${address}?xsd=xsd${part}" namespace="${uri}"/>`;

function serviceSchema(address: string): string {
  const elements = [...methods.values()].map(
    ({ name, takes, answers }) =>
      `<xs:element name="${name}">${sequence(takes)}</xs:element>` +
      `<xs:element name="${name}Response">${sequence(answers)}</xs:element>`,
  );
  return `${open(serviceUri)}${importOf(address, 1, contractsUri)}${importOf(address, 2, arraysUri)}${elements.join('')}</xs:schema>`;
}

function contractsSchema(address: string): string {
  const written = [...types].map(([name, parts]) => {
    const list = `<xs:element minOccurs="0" maxOccurs="unbounded" name="${name}" nillable="true" type="tns:${name}"/>`;
    return (
      sequence(parts).replace('<xs:complexType>', `<xs:complexType name="${name}">`) +
      `<xs:element name="${name}" nillable="true" type="tns:${name}"/>` +
      `<xs:complexType name="ArrayOf${name}"><xs:sequence>${list}</xs:sequence></xs:complexType>`
    );
  });
  const words = [...enums].map(
    ([name, values]) =>
      `<xs:simpleType name="${name}"><xs:restriction base="xs:string">` +
      `${values.map((value) => `<xs:enumeration value="${value}"/>`).join('')}</xs:restriction></xs:simpleType>`,
  );
  return `${open(contractsUri)}${importOf(address, 2, arraysUri)}${words.join('')}${written.join('')}</xs:schema>`;
}

function arraysSchema(): string {
  const lists = ['int', 'string'].map(
    (name) =>
      `<xs:complexType name="ArrayOf${name}"><xs:sequence>` +
      `<xs:element minOccurs="0" maxOccurs="unbounded" name="${name}"${name === 'string' ? ' nillable="true"' : ''} type="xs:${name}"/>` +
      '</xs:sequence></xs:complexType>',
  );
  return `${open(arraysUri)}${lists.join('')}</xs:schema>`;
}
