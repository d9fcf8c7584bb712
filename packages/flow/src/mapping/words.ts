// Words of commerce in Portuguese, English and Spanish, and the codes ERPs use for them. Data and how names are cut, no scoring.

/** One idea with every way names spell it: lower case, no accents, words of a phrase with a space between. */
export interface Idea {
  id: string;
  /** Told apart from its kin by it: `weak` ideas only qualify others ("gross", "of the product"). */
  weak?: true;
  words: readonly string[];
}

const idea = (id: string, words: string): Idea => ({ id, words: words.split('|') });
const weak = (id: string, words: string): Idea => ({ id, weak: true, words: words.split('|') });

// Longer phrases win over shorter ones, whatever the order here.
// prettier-ignore
export const ideas: readonly Idea[] = [
  idea('price', 'preco|precio|price|preco venda|precio venda|sale price|selling price|valor venda|vlr venda|vl venda|vr venda|vvenda|pvenda|pv|pvp|preco base|precio base|base price|baseprice|preco unitario|precio unitario|unit price|valor unitario|vlr unitario|vl unitario|vuncom|preco por|prv1|kbetr|price unit|lst price|tarifa'),
  idea('list-price', 'list price|listprice|preco lista|precio lista|preco de|preco tabela|preco cheio|compare at price|msrp|pvp recomendado|precio tarifa|preco sugerido|precio anterior|de por|regular price|preco original'),
  idea('cost', 'custo|costo|coste|cost|cost price|costprice|preco custo|precio costo|precio coste|vlr custo|standard price|valor custo|preco compra|precio compra|custo medio|uprc|custd|cost per item'),
  idea('promo-price', 'preco promocional|preco promocao|precio oferta|precio promocion|promotional price|preco oferta|special price'),
  idea('markup', 'markup|margem|margen|margin'),
  idea('stock', 'estoque|stock|existencia|existencias|saldo|saldo estoque|qtd estoque|qtde estoque|quantidade estoque|inventory|on hand|qty available|quantity on hand|inventory qty|inventory quantity|stock quantity|estoque atual|estoque disponivel|disponivel|qtd disponivel|qatu|labst|stk|available quantity|disponible|stock disponible|unidades disponibles'),
  idea('quantity', 'quantidade|cantidad|quantity|qtd|qtde|qty|qt|qcom|cant|quant|ordered qty|product uom qty'),
  idea('reserved', 'reservado|reservada|reserved|reserva'),
  idea('warehouse', 'deposito|almacen|warehouse|warehouse id|armazem|bodega|centro distribuicao|cd|cod deposito|codigo deposito|local estoque|lgort|localizacao estoque|filial|local'),
  idea('dock', 'doca|dock|muelle'),
  idea('lead-time', 'lead time|leadtime|prazo|prazo preparo|plazo|prazo entrega|plazo entrega|dias preparo|tempo manuseio|cross docking|handling time|days to ship|prazo manuseio'),
  idea('sku-id', 'sku id|skuid|id sku|idsku|vtex sku|vtex sku id|sku vtex'),
  idea('product-id', 'product id|productid|id produto|idproduto|id producto|produto id|id do produto vtex'),
  idea('category-id', 'category id|categoryid|id categoria|idcategoria|categoria id|id categoria vtex'),
  idea('brand-id', 'brand id|brandid|id marca|idmarca|marca id'),
  idea('code', 'codigo|cod|code|sku|refid|ref id|referencia|reference|ref|codigo referencia|reference code|default code|codigo interno|codigo produto|cod produto|codigo sku|cod prod|cprod|cod item|codigo item|matnr|item code|product code|product reference|internal reference|clave|articulo|cod articulo|codigo articulo|part number|material|variant sku|codigo referencia sku|codigo referencia produto|id erp|codigo erp|b1 cod|external id'),
  idea('handle', 'handle'),
  idea('parent-code', 'codigo pai|cod pai|parent code|parent sku|codigo padre|sku pai|produto pai|parent'),
  idea('manufacturer-code', 'codigo fabricante|manufacturer code|manufacturercode|cod fabricante|mpn|codigo fornecedor|cod no fornecedor|referencia fabricante|part number fabricante|supplier code|codigo proveedor'),
  idea('barcode', 'ean|gtin|ean13|gtin ean|ean gtin|codigo barras|cod barras|codbar|cod barra|codigo barra|barcode|bar code|upc|cean|ean11|ean sku|codigo de barra|isbn|variant barcode'),
  idea('ncm', 'ncm|posipi|classificacao fiscal|tax code|taxcode|codigo fiscal|hs code|codigo ncm|partida arancelaria|harmonized code'),
  idea('name', 'nome|nombre|name|descricao produto|nome produto|nombre producto|product name|xprod|maktx|nome comercial|titulo produto|product title|nome sku|desc produto|nome item|designation|nome variacao|variation name|denominacao|denominacion|descripcion producto|display name|desc|descricao resumida'),
  idea('title', 'titulo|title|titulo pagina|page title|titulo site|meta title|seo title|title tag'),
  idea('description', 'descricao|descripcion|description|descricao completa|descricao longa|descripcion larga|long description|descricao detalhada|detalhes|body html|body|descricao complementar|description sale|descripcion completa|texto longo|caracteristicas|descricao produto|descripcion producto'),
  idea('short-description', 'descricao curta|descripcion corta|short description|descricao breve|breve descricao|breve descricao produto|resumo|resumen|summary|descriptionshort|description short'),
  idea('meta-description', 'meta description|meta tag description|metatagdescription|descricao meta tag|descricao buscadores|description search engines|descripcion buscadores|seo description|descricao seo'),
  idea('keywords', 'palavras chave|palavraschave|keywords|key words|palabras clave|palavras busca|palabras busqueda|search words|tags|etiquetas|sinonimos|grupo tags tags'),
  idea('link', 'link|link texto|linkid|link id|slug|url amigavel|url|endereco loja|direccion tienda|address store|permalink|url key'),
  idea('brand', 'marca|brand|brand name|brandname|nome marca|nombre marca|fabricante|vendor|manufacturer|grife'),
  idea('supplier', 'fornecedor|proveedor|supplier|forn|id fornecedor|seller vendor'),
  idea('category', 'categoria|category|categ|categ id|departamento|department|grupo|grupo produtos|grupo produto|familia|family|matkl|nome categoria|category path|path|caminho|ruta|product category name|product category|secao|seccion|linha|categoria produto|rubro|subcategoria|arvore'),
  idea('weight', 'peso|weight|wt|peso produto|product weight|variant grams|brgew|pesokg|pesog|peso unitario|masa'),
  idea('height', 'altura|height|alto|alt|altura produto|product height|alt produto|hoehe'),
  idea('width', 'largura|width|ancho|anchura|larg|largura produto|product width|breite'),
  idea('length', 'comprimento|length|largo|profundidade|profundidad|depth|comp|compr|longitud|comprimento produto|product length|laenge|profundidade produto|fondo'),
  idea('cubic-weight', 'peso cubico|cubic weight|peso cubado|peso volumetrico'),
  idea('volume', 'volumes|volume|volumen|cm3'),
  idea('active', 'ativo|activo|active|isactive|is active|situacao|situacion|status|estado cadastro|habilitado|enabled|sku ativo|produto ativo|bloqueado|msblql|published|publicado|inativo'),
  idea('visible', 'visivel|visible|isvisible|is visible|visivel loja|visible tienda|shown store|mostrar site|mostrar no site|exibir site|mostrar tienda|mostrar loja|exibir'),
  idea('show-without-stock', 'mostrar sem estoque|showwithoutstock|show without stock|visivel sem estoque|visible sin stock|shown without stock'),
  idea('unit', 'unidade|unidad|unit|un|und|uom|unidade medida|unidad medida|unit measure|measurement unit|measurementunit|unidade venda|unidad venda|unidad venta|unit sale|meins|uom id|ucom|um'),
  idea('multiplier', 'multiplicador|multiplier|unit multiplier|unitmultiplier|multiplicador unidade|unidade por caixa|multiplos|multiplo|vendido multiplos|sold multiples|pack size|itens por caixa'),
  idea('release-date', 'data lancamento|fecha lanzamiento|release date|releasedate|data lancamento produto|launch date'),
  idea('updated', 'atualizado|atualizado em|actualizado|updated|updated at|data atualizacao|data alteracao|fecha actualizacion|write date|last modified|modificado|dt alteracao'),
  idea('created', 'criado|criado em|creado|created|created at|data criacao|data cadastro|fecha creacion|fecha alta|create date|dt cadastro'),
  idea('image', 'imagem|imagen|image|foto|url imagem|url imagen|image url|imageurl|image src|picture|url imagens externas|imagens|link imagem|photo'),
  idea('video', 'video|youtube'),
  idea('color', 'cor|color|colour'),
  idea('size', 'tamanho|talla|size|grade'),
  idea('sales-channel', 'politica comercial|trade policy|politicas comerciais|sales channel|canal venda|canal|saleschannel|sc|lojas|canal de ventas'),
  idea('price-table', 'tabela preco|tabela precos|price table|tabla precios|lista precios|price list|pricetable'),
  idea('min-quantity', 'quantidade minima|cantidad minima|min quantity|minquantity|minimum quantity|qtd minima'),
  idea('min-stock', 'estoque minimo|stock minimo|min stock|minimum stock'),
  idea('max-stock', 'estoque maximo|stock maximo|max stock|maximum stock'),
  idea('date-from', 'data inicio|fecha inicio|start date|date from|inicio vigencia|valido de|begin date|data inicial|vigencia inicio|from date|begins|comeca em'),
  idea('date-to', 'data fim|fecha fin|end date|date to|fim vigencia|valido ate|data final|vigencia fim|to date|expiry date|termina em|ends'),
  idea('order', 'pedido|order|orden|order id|orderid|numero pedido|n pedido|num pedido|id pedido|numero orden|order number|codigo pedido|pedido vtex|so|c5 num'),
  idea('order-status', 'status pedido|order status|estado pedido|situacao pedido'),
  idea('invoice-number', 'nota fiscal|nf|nfe|numero nf|numero nota|invoice number|invoicenumber|num nf|nnf|numero factura|factura|numero nota fiscal|invoice'),
  idea('invoice-key', 'chave nfe|chave|chave acesso|invoice key|invoicekey|chnfe|clave acceso|access key'),
  idea('invoice-value', 'valor nota|valor total nota|invoice value|invoicevalue|valor factura|vnf|importe factura|valor nf|total invoice'),
  idea('invoice-date', 'data emissao|dhemi|issuance date|issuancedate|fecha emision|invoice date|data nota|data nf|emissao'),
  idea('total', 'total|valor total|importe|importe total|amount|grand total|total value|vlr total|amount total|vprod'),
  idea('tracking', 'rastreio|rastreamento|tracking|tracking number|trackingnumber|codigo rastreio|codigo rastreamento|numero seguimiento|seguimiento|cod rastreio|guia'),
  idea('tracking-url', 'url rastreio|tracking url|trackingurl|link rastreio|url seguimiento'),
  idea('carrier', 'transportadora|carrier|courier|transportista|transp|nome transportadora|shipping company'),
  idea('email', 'email|e mail|correo|correo electronico|mail|email cliente'),
  idea('first-name', 'primeiro nome|first name|firstname|nombre pila|nome cliente|nombres|given name'),
  idea('last-name', 'sobrenome|last name|lastname|apellido|apellidos|surname|family name'),
  idea('document', 'cpf|cnpj|cpf cnpj|cnpj cpf|documento|document|document number|dni|ruc|rut|nif|cuit|cgc|vat|tax id|documento cliente'),
  idea('company', 'razao social|razon social|company|corporate name|corporatename|empresa|trade name|nome fantasia|legal name'),
  idea('phone', 'telefone|telefono|phone|celular|fone|mobile|home phone|tel|movil|whatsapp'),
  idea('birth-date', 'data nascimento|nascimento|birth date|birthdate|fecha nacimiento|dt nasc|dt nascimento'),
  idea('gender', 'sexo|genero|gender|sex'),
  idea('street', 'rua|logradouro|street|calle|endereco|direccion|address|xlgr|address line|street2|domicilio'),
  idea('number', 'numero|number|nro|num|house number|altura calle|numero endereco|nro endereco|numero casa'),
  idea('complement', 'complemento|complement|apto|address2|piso|departamento piso'),
  idea('neighborhood', 'bairro|neighborhood|barrio|xbairro|colonia|district|neighbourhood'),
  idea('city', 'cidade|ciudad|city|municipio|xmun|localidad|town'),
  idea('state', 'estado|uf|state|provincia|province|region|sigla uf'),
  idea('postal-code', 'cep|codigo postal|postal code|postalcode|zip|zip code|zipcode|cod postal|cp'),
  idea('country', 'pais|country|xpais|codigo pais|country code'),
  idea('currency', 'moeda|moneda|currency|divisa'),
  idea('discount', 'desconto|descuento|discount|desc pct|percentual desconto'),
  idea('warranty', 'garantia|warranty|meses garantia'),
  idea('location', 'localizacao|ubicacion|location|corredor|prateleira'),
  idea('origin', 'origem|origen|origin'),
  idea('cest', 'cest'),
  idea('score', 'score|pontuacao|puntaje|ordem|orden clasificacion|relevancia|pontuacao ordem|puntaje orden|sort score'),
  idea('note', 'observacao|observacoes|observacion|observaciones|note|notes|obs|comentario|comment|informacoes adicionais|remarks'),
  idea('unlimited', 'ilimitado|unlimited|estoque infinito|infinito|unlimitedquantity|unlimited quantity'),
  idea('url', 'site|website|pagina web|web'),
  idea('kit', 'kit|is kit|iskit|combo|compuesto'),
  idea('latitude', 'latitude|latitud|lat'),
  idea('longitude', 'longitude|longitud geografica|lng|lon'),
  weak('packaged', 'embalagem|embalaje|packaged|packaging|package|pacote|com embalagem|con embalaje|bruto|bruta|gross|pkg|caixa'),
  weak('net', 'liquido|liquida|neto|neta|net|sem embalagem|sin embalaje|real'),
  weak('of-product', 'produto|producto|product|prod|item|artigo|mercadoria'),
  weak('kind', 'tipo|type|kind|clase'),
  weak('option', 'option|option1|option2|option3|opcao|opcion|atributo|attribute|especificacao|especificacion'),
  weak('of-sku', 'sku|variant|variante|variacao|variacion|variation'),
  weak('min', 'minimo|minima|min|minimum'),
  weak('max', 'maximo|maxima|max|maximum'),
  weak('fixed', 'fixo|fijo|fixed'),
  weak('tax', 'imposto|impuesto|tax|icms|ipi|pis|cofins|iva|st|tributos|tributaria'),
  weak('purchase', 'compra|purchase|entrada'),
  weak('of-supplier', 'no fornecedor|fornecedor'),
  weak('identifier', 'id|identificador|identifier|key'),
  weak('of-client', 'cliente|client|customer|comprador|buyer|shipping|entrega|dest|destinatario|billing|cobranca'),
];

/** Words that say nothing of a field's idea. */
const silent = new Set(
  'de do da dos das del la el los las of the a o e y em en no na for para por com con with s b1 b2 a1 c5 f2 is'.split(
    ' ',
  ),
);

/** Units that names carry, by their spelling. */
const unitWords: Readonly<Record<string, Unit>> = {
  kg: 'kg',
  kgs: 'kg',
  quilos: 'kg',
  kilos: 'kg',
  kilogramos: 'kg',
  g: 'g',
  gr: 'g',
  grs: 'g',
  gramas: 'g',
  gramos: 'g',
  grams: 'g',
  cm: 'cm',
  cms: 'cm',
  centimetros: 'cm',
  mm: 'mm',
  milimetros: 'mm',
  m: 'm',
  mt: 'm',
  mts: 'm',
  metros: 'm',
  meters: 'm',
  metres: 'm',
  centavos: 'cents',
  cents: 'cents',
  centimos: 'cents',
};

export type Unit = 'kg' | 'g' | 'cm' | 'mm' | 'm' | 'cents';

export interface ReadName {
  /** The words without accents, marks and units, silent ones among them. */
  words: readonly string[];
  unit?: Unit;
}

/** True for words such as "of" and "the". */
export const isSilent = (word: string): boolean => silent.has(word);

/** A name cut into words: `pesoBruto_KG`, `Peso bruto (Kg)` and `PESO-BRUTO KG` are the same. */
export function readName(name: string): ReadName {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
  const cut = bare
    .replace(/\([^)]*obrigat[^)]*\)|\(nao alteravel\)/gi, ' ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const all = cut
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const unit = all.map((word) => unitWords[word]).find((found) => found !== undefined);
  const words = all.length === 1 ? all : all.filter((word) => unitWords[word] === undefined);
  return { words: words.length > 0 ? words : all, ...(unit && all.length > 1 && { unit }) };
}
