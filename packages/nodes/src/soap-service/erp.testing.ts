// A SOAP service of another kind for tests: an ERP with a WSDL of its own, WS-Security or Basic, unqualified members.
import { serve, type LocalServer } from '../harness.testing';

/** The service's WSDL, saying that it is at `url`. */
export const erpWsdl = (url: string) => `<?xml version="1.0"?>
<wsdl:definitions name="Erp" targetNamespace="urn:erp" xmlns:tns="urn:erp" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types><xs:schema targetNamespace="urn:erp">
    <xs:element name="ConsultarProdutos"><xs:complexType><xs:sequence>
      <xs:element name="empresa" type="xs:string" minOccurs="0"/>
      <xs:element name="filtro" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="ativo" type="xs:string" minOccurs="0"/><xs:element name="grupo" type="xs:string" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="pagina" type="xs:int" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="ConsultarProdutosResponse"><xs:complexType><xs:sequence>
      <xs:element name="produto" type="tns:Produto" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="Produto"><xs:sequence>
      <xs:element name="codigo" type="xs:string"/><xs:element name="descricao" type="xs:string"/><xs:element name="preco" type="xs:decimal"/>
    </xs:sequence></xs:complexType>
    <xs:element name="GravarPedido"><xs:complexType><xs:sequence>
      <xs:element name="pedido"><xs:complexType><xs:sequence>
        <xs:element name="numero" type="xs:string"/><xs:element name="total" type="xs:decimal"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="GravarPedidoResponse"><xs:complexType><xs:sequence>
      <xs:element name="protocolo" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:schema></wsdl:types>
  ${['ConsultarProdutos', 'GravarPedido']
    .map(
      (
        name,
      ) => `<wsdl:message name="${name}In"><wsdl:part name="parameters" element="tns:${name}"/></wsdl:message>
  <wsdl:message name="${name}Out"><wsdl:part name="parameters" element="tns:${name}Response"/></wsdl:message>`,
    )
    .join('')}
  <wsdl:portType name="ErpPort">${['ConsultarProdutos', 'GravarPedido']
    .map(
      (name) =>
        `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}In"/><wsdl:output message="tns:${name}Out"/></wsdl:operation>`,
    )
    .join('')}</wsdl:portType>
  <wsdl:binding name="ErpBinding" type="tns:ErpPort"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  ${['ConsultarProdutos', 'GravarPedido']
    .map(
      (name) =>
        `<wsdl:operation name="${name}"><soap:operation soapAction="urn:erp#${name}" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`,
    )
    .join('')}</wsdl:binding>
  <wsdl:service name="ErpService"><wsdl:port name="ErpPort" binding="tns:ErpBinding"><soap:address location="${url}"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;

export interface SoapErp extends LocalServer {
  wsdl: string;
  /** Answers in the service's stead while it gives something. */
  instead: (body: string) => { status: number; body: string } | undefined;
}

const envelope = (inside: string) =>
  `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${inside}</e:Body></e:Envelope>`;

export const fault = (code: string, text: string, detail = '') =>
  envelope(`<e:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring>${detail}</e:Fault>`);

const products = ['P-1|Cafeteira|199.90', 'P-2|Chaleira|89.90', 'P-3|Bule|49.90'].map((line) => {
  const [codigo, descricao, preco] = line.split('|');
  return `<produto><codigo>${codigo}</codigo><descricao>${descricao}</descricao><preco>${preco}</preco></produto>`;
});

/** Starts it. `location` is the address its WSDL names instead of its own. */
export async function startSoapErp(location?: string): Promise<SoapErp> {
  const erp: SoapErp = Object.assign(
    await serve(({ url = '', body, headers }, response) => {
      if (url.endsWith('?wsdl')) return void response.end(erpWsdl(location ?? `http://${headers.host}/ws`));
      const other = erp.instead(body);
      response.statusCode = other?.status ?? 200;
      response.setHeader('content-type', 'text/xml');
      response.end(other?.body ?? answer(body));
    }),
    { instead: () => undefined, wsdl: '' },
  );
  erp.wsdl = `${erp.url}/ws?wsdl`;
  return erp;
}

function answer(body: string): string {
  const order = /<numero>([^<]*)<\/numero>/.exec(body)?.[1];
  if (order !== undefined) {
    return envelope(
      `<r:GravarPedidoResponse xmlns:r="urn:erp"><protocolo>ERP-${order}</protocolo></r:GravarPedidoResponse>`,
    );
  }
  const page = Number(/<pagina>(\d+)/.exec(body)?.[1] ?? 0);
  const some = page === 0 ? products.slice(0, 2) : products.slice((page - 1) * 2, page * 2);
  return envelope(
    `<r:ConsultarProdutosResponse xmlns:r="urn:erp">${some.join('')}</r:ConsultarProdutosResponse>`,
  );
}
