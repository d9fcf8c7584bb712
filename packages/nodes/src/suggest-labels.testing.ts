// Tables as they come out of real systems, with the field that a person who knows them would put into each target.
// What has no label must get no proposal. The headers are those of the systems; the values are made up.
import type { Row } from '@eclusa/flow';

export interface LabelledTable {
  name: string;
  rows: readonly Row[];
  /** By box: target → path of the field, dots between. */
  boxes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Rows from a header and lines, all cells texts, as a CSV source gives them. */
function sheet(header: string, ...lines: string[]): Row[] {
  const names = header.split(';');
  return lines.map((line) => {
    const cells = line.split(';');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const bling = sheet(
  'Código;Descrição;Unidade;NCM;Origem;Preço;Valor IPI fixo;Observações;Situação;Estoque;Preço de custo;Cód no fornecedor;Fornecedor;Localização;Estoque maximo;Estoque minimo;Peso líquido (Kg);Peso bruto (Kg);GTIN/EAN;GTIN/EAN da embalagem;Largura do Produto;Altura do Produto;Profundidade do produto;Descrição Complementar;Unidade por Caixa;Código Pai;Grupo de produtos;Marca;CEST;Volumes;Descrição Curta;URL Imagens Externas;Meses Garantia no Fornecedor;Vídeo;Categoria do produto',
  'CAF-01;Cafeteira Inox 110V;UN;8516.71.00;0;1.299,90;0,00;;Ativo;12,00;740,10;F-88;Fornecedor A;A-1;0;0;2,100;2,350;7891000315507;;20,5;32,0;25,0;Cafeteira elétrica de inox, 1,2 litro;1;;Eletro;Arno;21.046.00;1;Cafeteira elétrica;https://img.example/1.jpg;12;;Casa > Cozinha',
  'CHA-02;Chaleira 1,7 L;UN;8516.10.00;0;189,00;0,00;;Ativo;40,00;99,90;F-12;Fornecedor B;B-4;0;0;0,900;1,050;7896098900253;;18,0;24,0;18,0;Chaleira elétrica;1;;Eletro;Philco;21.046.00;1;Chaleira;https://img.example/2.jpg;12;;Casa > Cozinha',
);

const vtexSheet = sheet(
  '_IDSKU (Não alterável);_NomeSKU;_AtivarSKUSePossível;_SKUAtivo (Não alterável);_EANSKU;_Altura;_AlturaReal;_Largura;_LarguraReal;_Comprimento;_ComprimentoReal;_Peso;_PesoReal;_UnidadeMedida;_MultiplicadorUnidade;_CodigoReferenciaSKU;_CodigoFabricante;_IDProduto;_NomeProduto;_BreveDescricaoProduto;_ProdutoAtivo;_CodigoReferenciaProduto;_MostrarNoSite;_DescricaoProduto;_DataLancamentoProduto;_PalavrasChave;_TituloSite;_DescricaoMetaTag;_MostrarSemEstoque;_IDDepartamento;_NomeDepartamento;_IDCategoria;_NomeCategoria;_IDMarca;_Marca;_PesoCubico',
  '31;Azul P;SIM;SIM;7891000315507;10;9;20;19;30;29;350;340;un;1;CAM-AZ-P;FAB-1;7;Camiseta lisa;Camiseta;SIM;CAM;SIM;Camiseta de algodão;23/11/2026;camiseta, algodão;Camiseta lisa;Camiseta lisa de algodão;NÃO;1;Roupas;12;Camisetas;2000001;Marca X;1,2',
  '32;Azul M;SIM;NÃO;7896098900253;10;9;20;19;30;29;360;350;un;1;CAM-AZ-M;FAB-1;7;Camiseta lisa;Camiseta;SIM;CAM;SIM;Camiseta de algodão;23/11/2026;camiseta, algodão;Camiseta lisa;Camiseta lisa de algodão;NÃO;1;Roupas;12;Camisetas;2000001;Marca X;1,2',
);

const demo = sheet(
  'codigo;descricao;categoria;marca;preco;estoque;deposito;peso_kg;altura_cm;largura_cm;comprimento_cm;ean;situacao;atualizado_em',
  'SKU-00001;CAFETEIRA DE INOX;Casa/Cozinha;Arno;1.299,90;12;1_1;2,35;32,0;20,5;25,0;7891000315507;A;23/11/2026 10:00',
  'SKU-00002;CHALEIRA;Casa/Cozinha;Philco;189,00;40;1_1;1,05;24,0;18,0;18,0;7896098900253;I;22/11/2026 10:00',
);

const olist: Row[] = [
  {
    product_id: '1e9e8ef04dbcff4541ed26657ea517e5',
    product_category_name: 'perfumaria',
    product_weight_g: '225',
    product_length_cm: '16',
    product_height_cm: '10',
    product_width_cm: '14',
  },
];

const odoo: Row[] = [
  {
    id: 5,
    default_code: 'FURN_7777',
    name: 'Office Chair',
    list_price: 70,
    standard_price: 41.5,
    barcode: '7891000315507',
    qty_available: 12,
    weight: 9.5,
    volume: 0.3,
    categ_id: [8, 'All / Saleable / Office Furniture'],
    description_sale: 'A chair for the office',
    uom_id: [1, 'Units'],
    active: true,
    write_date: '2026-11-23 09:43:58',
  },
];

const shopify = sheet(
  'Handle;Title;Body (HTML);Vendor;Type;Tags;Published;Option1 Name;Option1 Value;Variant SKU;Variant Grams;Variant Inventory Qty;Variant Price;Variant Compare At Price;Variant Barcode;Image Src;SEO Title;SEO Description;Cost per item;Status',
  'mug;Blue mug;<p>A mug</p>;Acme;Kitchen;blue,mug;true;Color;Blue;MUG-1;350;25;12.50;15.00;7891000315507;https://img.example/1.jpg;Blue mug;A blue mug;4.20;active',
  'cup;Red cup;<p>A cup</p>;Acme;Kitchen;red,cup;true;Color;Red;CUP-1;300;5;10.00;12.00;7896098900253;https://img.example/2.jpg;Red cup;A red cup;3.10;draft',
);

const spanish = sheet(
  'Referencia;Denominación;Precio;Precio de coste;Existencias;Almacén;Código de barras;Peso (kg);Alto;Ancho;Fondo;Familia;Marca;Activo;Fecha de alta',
  'A-100;Taza azul;12,50;4,20;25;CENTRAL;7891000315507;0,35;10,5;8,0;8,0;Cocina;Acme;S;23/11/2026',
  'A-101;Taza roja;10,00;3,10;0;CENTRAL;7896098900253;0,30;10,5;8,0;8,0;Cocina;Acme;N;24/11/2026',
);

const protheus: Row[] = [
  {
    B1_COD: '000123',
    B1_DESC: 'PARAFUSO SEXTAVADO',
    B1_UM: 'UN',
    B1_PRV1: 0.45,
    B1_PESO: 0.012,
    B1_CODBAR: '7891000315507',
    B1_POSIPI: '73181500',
    B2_QATU: 12000,
    B2_LOCAL: '01',
  },
];

const sap: Row[] = [
  {
    MATNR: '000000000000100023',
    MAKTX: 'Coffee maker',
    EAN11: '7891000315507',
    MEINS: 'EA',
    BRGEW: 2.35,
    MATKL: '00101',
    LABST: 40,
    LGORT: '0001',
    KBETR: 1299.9,
  },
];

const shorthand = sheet(
  'cod_produto;nome_produto;vlr_venda;vlr_custo;qtd_estoque;cod_deposito;cod_barras;peso_g;alt;larg;compr;fabricante;depto;dt_cadastro;ativo',
  '10;Caneca;12,50;4,20;25;01;7891000315507;350;10;8;8;Acme;Cozinha;01/02/2026;S',
  '11;Xícara;10,00;3,10;0;01;7896098900253;300;9;8;8;Acme;Cozinha;02/02/2026;N',
);

const customers = sheet(
  'CPF;Nome;Sobrenome;E-mail;Telefone;Celular;CEP;Endereço;Número;Complemento;Bairro;Cidade;UF;Data de nascimento',
  '529.982.247-25;Ana;Souza;ana@example.com;1133334444;11987654321;01310-100;Av. Paulista;1000;ap 12;Bela Vista;São Paulo;SP;01/02/1990',
);

const invoices = sheet(
  'Pedido VTEX;Nota Fiscal;Valor Nota;Data Emissão;Chave NFe;Transportadora;Código Rastreio;URL Rastreio',
  'v100-01;4455;1.299,90;23/11/2026;35260823045678901234550010000044551234567890;Correios;BR123;https://track.example/BR123',
);

const english: Row[] = [
  {
    item: { code: 'A1', description: 'Blue mug', ean13: '7891000315507' },
    pricing: { sale_price: 12.5, list_price: 15, cost: 4.2 },
    inventory: { on_hand: 25, warehouse: 'MAIN' },
    dims: { height: 10, width: 8, length: 8, weight: 350 },
  },
];

/** All tables; each box is tried with the real targets of the catalogue. */
export const labelledTables: readonly LabelledTable[] = [
  {
    name: 'demo ERP',
    rows: demo,
    boxes: {
      'vtex.product-upsert': { RefId: 'codigo', Name: 'descricao', IsActive: 'situacao' },
      'vtex.sku-upsert': {
        RefId: 'codigo',
        Name: 'descricao',
        Ean: 'ean',
        PackagedWeightKg: 'peso_kg',
        PackagedHeight: 'altura_cm',
        PackagedWidth: 'largura_cm',
        PackagedLength: 'comprimento_cm',
        IsActive: 'situacao',
      },
      'vtex.price-set': { basePrice: 'preco' },
      'vtex.stock-set': { warehouseId: 'deposito', quantity: 'estoque' },
    },
  },
  {
    name: 'Bling',
    rows: bling,
    boxes: {
      'vtex.product-upsert': {
        RefId: 'Código',
        Name: 'Descrição',
        Description: 'Descrição Complementar',
        DescriptionShort: 'Descrição Curta',
        IsActive: 'Situação',
        TaxCode: 'NCM',
      },
      'vtex.sku-upsert': {
        RefId: 'Código',
        Name: 'Descrição',
        Ean: 'GTIN/EAN',
        PackagedWeightKg: 'Peso bruto (Kg)',
        WeightKg: 'Peso líquido (Kg)',
        PackagedHeight: 'Altura do Produto',
        PackagedWidth: 'Largura do Produto',
        PackagedLength: 'Profundidade do produto',
        IsActive: 'Situação',
        ManufacturerCode: 'Cód no fornecedor',
        MeasurementUnit: 'Unidade',
        UnitMultiplier: 'Unidade por Caixa',
      },
      'vtex.price-set': { basePrice: 'Preço', costPrice: 'Preço de custo' },
      'vtex.stock-set': { quantity: 'Estoque', warehouseId: '"1_1"' },
    },
  },
  {
    name: 'VTEX sheet',
    rows: vtexSheet,
    boxes: {
      'vtex.product-upsert': {
        RefId: '_CodigoReferenciaProduto',
        Name: '_NomeProduto',
        CategoryId: '_IDCategoria',
        BrandId: '_IDMarca',
        Description: '_DescricaoProduto',
        DescriptionShort: '_BreveDescricaoProduto',
        Title: '_TituloSite',
        MetaTagDescription: '_DescricaoMetaTag',
        KeyWords: '_PalavrasChave',
        IsActive: '_ProdutoAtivo',
        IsVisible: '_MostrarNoSite',
        ShowWithoutStock: '_MostrarSemEstoque',
        ReleaseDate: '_DataLancamentoProduto',
      },
      'vtex.sku-upsert': {
        RefId: '_CodigoReferenciaSKU',
        ProductId: '_IDProduto',
        Name: '_NomeSKU',
        Ean: '_EANSKU',
        PackagedWeightKg: '_Peso',
        PackagedHeight: '_Altura',
        PackagedWidth: '_Largura',
        PackagedLength: '_Comprimento',
        WeightKg: '_PesoReal',
        Height: '_AlturaReal',
        Width: '_LarguraReal',
        Length: '_ComprimentoReal',
        IsActive: '_SKUAtivo (Não alterável)',
        ManufacturerCode: '_CodigoFabricante',
        MeasurementUnit: '_UnidadeMedida',
        UnitMultiplier: '_MultiplicadorUnidade',
      },
      'vtex.price-set': { itemId: '_IDSKU (Não alterável)' },
    },
  },
  {
    name: 'Olist',
    rows: olist,
    boxes: {
      'vtex.sku-upsert': {
        PackagedWeightKg: 'product_weight_g',
        PackagedHeight: 'product_height_cm',
        PackagedWidth: 'product_width_cm',
        PackagedLength: 'product_length_cm',
      },
    },
  },
  {
    name: 'Odoo',
    rows: odoo,
    boxes: {
      'vtex.product-upsert': {
        RefId: 'default_code',
        Name: 'name',
        Description: 'description_sale',
        IsActive: 'active',
      },
      'vtex.sku-upsert': {
        RefId: 'default_code',
        Name: 'name',
        Ean: 'barcode',
        PackagedWeightKg: 'weight',
        IsActive: 'active',
      },
      'vtex.price-set': { basePrice: 'list_price', costPrice: 'standard_price' },
      'vtex.stock-set': { quantity: 'qty_available', warehouseId: '"1_1"' },
    },
  },
  {
    name: 'Shopify',
    rows: shopify,
    boxes: {
      'vtex.product-upsert': {
        RefId: 'Handle',
        Name: 'Title',
        Description: 'Body (HTML)',
        Title: 'SEO Title',
        MetaTagDescription: 'SEO Description',
        KeyWords: 'Tags',
        IsActive: 'Published',
      },
      'vtex.sku-upsert': {
        RefId: 'Variant SKU',
        Ean: 'Variant Barcode',
        PackagedWeightKg: 'Variant Grams',
        Name: 'Title',
        IsActive: 'Published',
      },
      'vtex.price-set': {
        basePrice: 'Variant Price',
        listPrice: 'Variant Compare At Price',
        costPrice: 'Cost per item',
      },
      'vtex.stock-set': { quantity: 'Variant Inventory Qty', warehouseId: '"1_1"' },
    },
  },
  {
    name: 'Spanish ERP',
    rows: spanish,
    boxes: {
      'vtex.product-upsert': { RefId: 'Referencia', Name: 'Denominación', IsActive: 'Activo' },
      'vtex.sku-upsert': {
        RefId: 'Referencia',
        Name: 'Denominación',
        Ean: 'Código de barras',
        PackagedWeightKg: 'Peso (kg)',
        PackagedHeight: 'Alto',
        PackagedWidth: 'Ancho',
        PackagedLength: 'Fondo',
        IsActive: 'Activo',
      },
      'vtex.price-set': { basePrice: 'Precio', costPrice: 'Precio de coste' },
      'vtex.stock-set': { quantity: 'Existencias', warehouseId: 'Almacén' },
    },
  },
  {
    name: 'Protheus',
    rows: protheus,
    boxes: {
      'vtex.product-upsert': { RefId: 'B1_COD', Name: 'B1_DESC', TaxCode: 'B1_POSIPI' },
      'vtex.sku-upsert': {
        RefId: 'B1_COD',
        Name: 'B1_DESC',
        Ean: 'B1_CODBAR',
        PackagedWeightKg: 'B1_PESO',
        MeasurementUnit: 'B1_UM',
      },
      'vtex.price-set': { basePrice: 'B1_PRV1' },
      'vtex.stock-set': { quantity: 'B2_QATU', warehouseId: 'B2_LOCAL' },
    },
  },
  {
    name: 'SAP',
    rows: sap,
    boxes: {
      'vtex.product-upsert': { RefId: 'MATNR', Name: 'MAKTX' },
      'vtex.sku-upsert': {
        RefId: 'MATNR',
        Name: 'MAKTX',
        Ean: 'EAN11',
        PackagedWeightKg: 'BRGEW',
        MeasurementUnit: 'MEINS',
      },
      'vtex.price-set': { basePrice: 'KBETR' },
      'vtex.stock-set': { quantity: 'LABST', warehouseId: 'LGORT' },
    },
  },
  {
    name: 'short names',
    rows: shorthand,
    boxes: {
      'vtex.product-upsert': { RefId: 'cod_produto', Name: 'nome_produto', IsActive: 'ativo' },
      'vtex.sku-upsert': {
        RefId: 'cod_produto',
        Name: 'nome_produto',
        Ean: 'cod_barras',
        PackagedWeightKg: 'peso_g',
        PackagedHeight: 'alt',
        PackagedWidth: 'larg',
        PackagedLength: 'compr',
        IsActive: 'ativo',
      },
      'vtex.price-set': { basePrice: 'vlr_venda', costPrice: 'vlr_custo' },
      'vtex.stock-set': { quantity: 'qtd_estoque', warehouseId: 'cod_deposito' },
    },
  },
  {
    name: 'customers',
    rows: customers,
    boxes: {
      'vtex.customer-import': {
        document: 'CPF',
        firstName: 'Nome',
        lastName: 'Sobrenome',
        email: 'E-mail',
        phone: 'Telefone',
        cellPhone: 'Celular',
        postalCode: 'CEP',
        street: 'Endereço',
        number: 'Número',
        complement: 'Complemento',
        neighborhood: 'Bairro',
        city: 'Cidade',
        state: 'UF',
      },
    },
  },
  {
    name: 'invoices',
    rows: invoices,
    boxes: {
      'vtex.order-invoice': {
        orderId: 'Pedido VTEX',
        invoiceNumber: 'Nota Fiscal',
        invoiceValue: 'Valor Nota',
        issuanceDate: 'Data Emissão',
        invoiceKey: 'Chave NFe',
        courier: 'Transportadora',
        trackingNumber: 'Código Rastreio',
        trackingUrl: 'URL Rastreio',
      },
    },
  },
  {
    name: 'nested JSON',
    rows: english,
    boxes: {
      'vtex.product-upsert': { RefId: 'item.code', Name: 'item.description' },
      'vtex.sku-upsert': {
        RefId: 'item.code',
        Name: 'item.description',
        Ean: 'item.ean13',
        PackagedWeightKg: 'dims.weight',
        PackagedHeight: 'dims.height',
        PackagedWidth: 'dims.width',
        PackagedLength: 'dims.length',
      },
      'vtex.price-set': {
        basePrice: 'pricing.sale_price',
        listPrice: 'pricing.list_price',
        costPrice: 'pricing.cost',
      },
      'vtex.stock-set': { quantity: 'inventory.on_hand', warehouseId: 'inventory.warehouse' },
    },
  },
];
