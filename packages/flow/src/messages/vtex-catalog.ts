// Sentences of the catalogue boxes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexCatalogMessages: Record<string, Text> = {
  'vtex.activation-refused': {
    en: 'VTEX does not activate {skuId}: {reasons}. Mend that first, then replay the row.',
    es: 'VTEX no activa {skuId}: {reasons}. Corrija eso primero y vuelva a procesar la fila.',
    pt: 'A VTEX não ativa {skuId}: {reasons}. Corrija isso antes e reprocesse a linha.',
  },
  'vtex.obstacle-image': {
    en: 'it has no image',
    es: 'no tiene imagen',
    pt: 'não tem imagem',
  },
  'vtex.obstacle-kit': {
    en: 'it is a kit without components',
    es: 'es un kit sin componentes',
    pt: 'é um kit sem componentes',
  },
  'vtex.obstacle-component': {
    en: 'no component of the kit is active',
    es: 'ningún componente del kit está activo',
    pt: 'nenhum componente do kit está ativo',
  },
  'vtex.obstacle-product': {
    en: 'its product "{name}" ({id}) is inactive',
    es: 'su producto «{name}» ({id}) está inactivo',
    pt: 'seu produto "{name}" ({id}) está inativo',
  },
  'vtex.obstacle-brand': {
    en: 'the brand "{name}" ({id}) is inactive',
    es: 'la marca «{name}» ({id}) está inactiva',
    pt: 'a marca "{name}" ({id}) está inativa',
  },
  'vtex.obstacle-category': {
    en: 'the category "{name}" ({id}) is inactive',
    es: 'la categoría «{name}» ({id}) está inactiva',
    pt: 'a categoria "{name}" ({id}) está inativa',
  },
  'vtex.obstacle-sku-field': {
    en: 'the required SKU specification "{name}" has no value',
    es: 'la especificación obligatoria de SKU «{name}» no tiene valor',
    pt: 'a especificação obrigatória de SKU "{name}" não tem valor',
  },
  'vtex.obstacle-product-field': {
    en: 'the required product specification "{name}" has no value',
    es: 'la especificación obligatoria de producto «{name}» no tiene valor',
    pt: 'a especificação obrigatória de produto "{name}" não tem valor',
  },
  'vtex.obstacle-unknown': {
    en: 'nothing of what VTEX asks for is missing; look at the SKU in the VTEX Admin',
    es: 'no falta nada de lo que VTEX pide; revise el SKU en el Admin de VTEX',
    pt: 'não falta nada do que a VTEX pede; veja o SKU no Admin da VTEX',
  },
  'vtex.brand-in-use': {
    en: 'VTEX keeps the brand {brandId}: products use it. Move them to another brand first, or make this one inactive.',
    es: 'VTEX conserva la marca {brandId}: hay productos que la usan. Muévalos antes a otra marca, o desactive esta.',
    pt: 'A VTEX mantém a marca {brandId}: há produtos que a usam. Mova-os antes para outra marca, ou desative esta.',
  },
  'vtex.brand-unknown': {
    en: 'The store has no brand {brandId}. Map the id VTEX gave it; "Create or find brand" leaves it in the row.',
    es: 'La tienda no tiene la marca {brandId}. Mapee el id que le dio VTEX; «Crear o buscar marca» lo deja en la fila.',
    pt: 'A loja não tem a marca {brandId}. Mapeie o id que a VTEX deu a ela; "Criar ou localizar marca" deixa o id na linha.',
  },
  'vtex.category-missing': {
    en: 'Say in the box for which category, by the id VTEX gave it.',
    es: 'Indique en la caja para qué categoría, con el id que le dio VTEX.',
    pt: 'Diga na caixa para qual categoria, com o id que a VTEX deu a ela.',
  },
  'vtex.category-unknown': {
    en: 'The store has no category {categoryId}. Map the id VTEX gave it; "Create or find category" leaves it in the row.',
    es: 'La tienda no tiene la categoría {categoryId}. Mapee el id que le dio VTEX; «Crear o buscar categoría» lo deja en la fila.',
    pt: 'A loja não tem a categoria {categoryId}. Mapeie o id que a VTEX deu a ela; "Criar ou localizar categoria" deixa o id na linha.',
  },
  'vtex.image-not-named': {
    en: 'Say which image to remove: map its file id, or its name.',
    es: 'Indique qué imagen quitar: mapee su id de archivo o su nombre.',
    pt: 'Diga qual imagem remover: mapeie o id do arquivo ou o nome.',
  },
  'vtex.kit-of-itself': {
    en: 'The SKU {skuId} cannot be a component of itself. Check which of the two ids is the kit.',
    es: 'El SKU {skuId} no puede ser componente de sí mismo. Revise cuál de los dos ids es el kit.',
    pt: 'O SKU {skuId} não pode ser componente dele mesmo. Confira qual dos dois ids é o kit.',
  },
  'vtex.product-exists': {
    en: 'The store has a product with the reference {refId} already: {productId}. Use "Create or update product", or give this row a reference of its own.',
    es: 'La tienda ya tiene un producto con la referencia {refId}: {productId}. Use «Crear o actualizar producto», o dé a esta fila una referencia propia.',
    pt: 'A loja já tem um produto com a referência {refId}: {productId}. Use "Criar ou atualizar produto", ou dê a esta linha uma referência própria.',
  },
  'vtex.product-or-policy-unknown': {
    en: 'The store has no product {productId}, or no trade policy {tradepolicyId}. "List trade policies" shows which there are.',
    es: 'La tienda no tiene el producto {productId}, o no tiene la política comercial {tradepolicyId}. «Listar políticas comerciales» muestra las que hay.',
    pt: 'A loja não tem o produto {productId}, ou não tem a política comercial {tradepolicyId}. "Listar políticas comerciais" mostra as que existem.',
  },
  'vtex.product-unknown': {
    en: 'The store has no product {productId}. Map the id VTEX gave it, not the code of your ERP; "Find product" turns one into the other.',
    es: 'La tienda no tiene el producto {productId}. Mapee el id que le dio VTEX, no el código de su ERP; «Buscar producto» convierte uno en el otro.',
    pt: 'A loja não tem o produto {productId}. Mapeie o id que a VTEX deu a ele, não o código do seu ERP; "Localizar produto" converte um no outro.',
  },
  'vtex.product-without-place': {
    en: 'A new product needs a category and a brand: map their ids, or the category’s path and the brand’s name.',
    es: 'Un producto nuevo necesita categoría y marca: mapee sus ids, o la ruta de la categoría y el nombre de la marca.',
    pt: 'Um produto novo precisa de categoria e marca: mapeie os ids, ou o caminho da categoria e o nome da marca.',
  },
  'vtex.sku-exists': {
    en: 'The store has a SKU with the reference {refId} already: {skuId}. Use "Create or update SKU", or give this row a reference of its own.',
    es: 'La tienda ya tiene un SKU con la referencia {refId}: {skuId}. Use «Crear o actualizar SKU», o dé a esta fila una referencia propia.',
    pt: 'A loja já tem um SKU com a referência {refId}: {skuId}. Use "Criar ou atualizar SKU", ou dê a esta linha uma referência própria.',
  },
  'vtex.sku-specification-one-value': {
    en: 'A specification of a SKU takes one value, and "{name}" got several: {values}. Map one of them.',
    es: 'Una especificación de SKU lleva un solo valor, y «{name}» recibió varios: {values}. Mapee uno.',
    pt: 'Uma especificação de SKU leva um só valor, e "{name}" recebeu vários: {values}. Mapeie um deles.',
  },
  'vtex.specification-group-unknown': {
    en: 'The store has no specification group {groupId}. "Create specification group" makes one and leaves its id in the row.',
    es: 'La tienda no tiene el grupo de especificaciones {groupId}. «Crear grupo de especificaciones» crea uno y deja su id en la fila.',
    pt: 'A loja não tem o grupo de especificações {groupId}. "Criar grupo de especificações" cria um e deixa o id na linha.',
  },
  'vtex.specification-without-value': {
    en: 'There is no value for the specification "{name}" in this row. Map one, or filter such rows out before.',
    es: 'No hay valor para la especificación «{name}» en esta fila. Mapee uno, o filtre antes esas filas.',
    pt: 'Não há valor para a especificação "{name}" nesta linha. Mapeie um, ou filtre essas linhas antes.',
  },
};
