// Sentences for the boxes of the catalogue. Those of obstacles follow one another in one sentence, so they begin small.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexCatalogMessages: Record<string, Text> = {
  'vtex.product-unknown': {
    en: 'The store has no product with the id {productId}. Map the id VTEX gave it, not your ERP’s code; "Find product by reference code" finds it.',
    es: 'La tienda no tiene un producto con el id {productId}. Mapee el id que le dio VTEX, no el código de su ERP; «Buscar producto por código de referencia» lo encuentra.',
    pt: 'A loja não tem produto com o id {productId}. Mapeie o id que a VTEX deu a ele, não o código do seu ERP; "Localizar produto por código de referência" o acha.',
  },
  'vtex.category-unknown': {
    en: 'The store has no category with the id {categoryId}. "List categories" shows them all; "Create or find category" finds one by its path.',
    es: 'La tienda no tiene una categoría con el id {categoryId}. «Listar categorías» las muestra todas; «Crear o buscar categoría» encuentra una por su ruta.',
    pt: 'A loja não tem categoria com o id {categoryId}. "Listar categorias" mostra todas; "Criar ou localizar categoria" acha uma pelo caminho.',
  },
  'vtex.category-missing': {
    en: 'The box does not say of which category. Fill in the category’s id; "List categories" shows them all.',
    es: 'La caja no indica de qué categoría. Complete el id de la categoría; «Listar categorías» las muestra todas.',
    pt: 'A caixa não diz de qual categoria. Preencha o id da categoria; "Listar categorias" mostra todas.',
  },
  'vtex.brand-unknown': {
    en: 'The store has no brand with the id {brandId}. "List brands" shows them all; "Create or find brand" finds one by its name.',
    es: 'La tienda no tiene una marca con el id {brandId}. «Listar marcas» las muestra todas; «Crear o buscar marca» encuentra una por su nombre.',
    pt: 'A loja não tem marca com o id {brandId}. "Listar marcas" mostra todas; "Criar ou localizar marca" acha uma pelo nome.',
  },
  'vtex.brand-in-use': {
    en: 'Brand {brandId} is still used by products, so VTEX does not delete it ({message}). Give those products another brand first, or switch the brand off with "Update brand".',
    es: 'La marca {brandId} todavía la usan productos y VTEX no la elimina ({message}). Dé antes otra marca a esos productos, o desactive la marca con «Actualizar marca».',
    pt: 'A marca {brandId} ainda é usada por produtos, então a VTEX não a exclui ({message}). Dê outra marca a esses produtos antes, ou desative a marca com "Atualizar marca".',
  },
  'vtex.product-exists': {
    en: 'The store already has a product with the reference code {refId}: product {productId}. Use "Create or update product" where it may be there.',
    es: 'La tienda ya tiene un producto con el código de referencia {refId}: el producto {productId}. Use «Crear o actualizar producto» donde pueda existir.',
    pt: 'A loja já tem um produto com o código de referência {refId}: o produto {productId}. Use "Criar ou atualizar produto" onde ele puder existir.',
  },
  'vtex.sku-exists': {
    en: 'The store already has a SKU with the reference code {refId}: SKU {skuId}. Use "Create or update SKU" where it may be there.',
    es: 'La tienda ya tiene un SKU con el código de referencia {refId}: el SKU {skuId}. Use «Crear o actualizar SKU» donde pueda existir.',
    pt: 'A loja já tem um SKU com o código de referência {refId}: o SKU {skuId}. Use "Criar ou atualizar SKU" onde ele puder existir.',
  },
  'vtex.product-without-place': {
    en: 'This row says no category or no brand, and VTEX needs both. Map the category’s id or path, and the brand’s id or name.',
    es: 'Esta fila no indica categoría o marca, y VTEX necesita ambas. Mapee el id o la ruta de la categoría, y el id o el nombre de la marca.',
    pt: 'Esta linha não diz a categoria ou a marca, e a VTEX precisa das duas. Mapeie o id ou o caminho da categoria, e o id ou o nome da marca.',
  },
  'vtex.product-or-policy-unknown': {
    en: 'The store has no product {productId}, or no trade policy {tradepolicyId} ({message}). "List trade policies" shows the policies there are.',
    es: 'La tienda no tiene el producto {productId} o la política comercial {tradepolicyId} ({message}). «Listar políticas comerciales» muestra las que hay.',
    pt: 'A loja não tem o produto {productId} ou a política comercial {tradepolicyId} ({message}). "Listar políticas comerciais" mostra as que existem.',
  },
  'vtex.collection-or-sku-unknown': {
    en: 'The store has no SKU {skuId}, or no collection group {subCollectionId} ({message}). Check both numbers in the VTEX Admin.',
    es: 'La tienda no tiene el SKU {skuId} o el grupo de colección {subCollectionId} ({message}). Revise ambos números en el Admin de VTEX.',
    pt: 'A loja não tem o SKU {skuId} ou o grupo de coleção {subCollectionId} ({message}). Confira os dois números no Admin da VTEX.',
  },
  'vtex.specification-group-unknown': {
    en: 'The store has no specification group with the id {groupId}. "Create or find specification group" finds it by its name.',
    es: 'La tienda no tiene un grupo de especificaciones con el id {groupId}. «Crear o buscar grupo de especificaciones» lo encuentra por su nombre.',
    pt: 'A loja não tem grupo de especificações com o id {groupId}. "Criar ou localizar grupo de especificações" o acha pelo nome.',
  },
  'vtex.specification-without-value': {
    en: 'This row has no value for the specification "{name}". Map a value, or filter such rows out before this box.',
    es: 'Esta fila no tiene valor para la especificación «{name}». Mapee un valor, o filtre esas filas antes de esta caja.',
    pt: 'Esta linha não tem valor para a especificação "{name}". Mapeie um valor, ou filtre essas linhas antes desta caixa.',
  },
  'vtex.sku-specification-one-value': {
    en: 'A SKU takes one value in "{name}", and this row has several: {values}. Map one, or set the specification on the product instead.',
    es: 'Un SKU acepta un solo valor en «{name}», y esta fila trae varios: {values}. Mapee uno, o defina la especificación en el producto.',
    pt: 'Um SKU aceita um só valor em "{name}", e esta linha tem vários: {values}. Mapeie um, ou defina a especificação no produto.',
  },
  'vtex.image-not-named': {
    en: 'This row does not say which image. Map its number, or its name.',
    es: 'Esta fila no indica qué imagen. Mapee su número o su nombre.',
    pt: 'Esta linha não diz qual imagem. Mapeie o número dela ou o nome.',
  },
  'vtex.kit-of-itself': {
    en: 'Kit and component are the same SKU, {skuId}. Map the kit’s own SKU and that of the component.',
    es: 'El kit y el componente son el mismo SKU, {skuId}. Mapee el SKU del kit y el del componente.',
    pt: 'O kit e o componente são o mesmo SKU, {skuId}. Mapeie o SKU do kit e o do componente.',
  },
  'vtex.activation-refused': {
    en: 'VTEX does not activate SKU {skuId}: {reasons}. Mend that and replay the row.',
    es: 'VTEX no activa el SKU {skuId}: {reasons}. Corríjalo y vuelva a procesar la fila.',
    pt: 'A VTEX não ativa o SKU {skuId}: {reasons}. Corrija isso e reprocesse a linha.',
  },
  'vtex.product-activation-refused': {
    en: 'Product {productId} would not be shown although active: {reasons}. Nothing was written; mend that and replay the row.',
    es: 'El producto {productId} no se mostraría aunque esté activo: {reasons}. No se escribió nada; corríjalo y vuelva a procesar la fila.',
    pt: 'O produto {productId} não apareceria mesmo ativo: {reasons}. Nada foi gravado; corrija isso e reprocesse a linha.',
  },
  'vtex.obstacle-image': {
    en: 'it has no image (add one with "Add image to SKU")',
    es: 'no tiene imagen (agregue una con «Agregar imagen al SKU»)',
    pt: 'não tem imagem (inclua uma com "Incluir imagem no SKU")',
  },
  'vtex.obstacle-kit': {
    en: 'it is a kit without components (add them with "Add component to kit")',
    es: 'es un kit sin componentes (agréguelos con «Agregar componente al kit»)',
    pt: 'é um kit sem componentes (inclua-os com "Incluir componente no kit")',
  },
  'vtex.obstacle-component': {
    en: 'it is a kit and none of its components is active (activate one of them)',
    es: 'es un kit y ninguno de sus componentes está activo (active uno)',
    pt: 'é um kit e nenhum dos componentes está ativo (ative um deles)',
  },
  'vtex.obstacle-product': {
    en: 'its product {id} "{name}" is inactive (use "Activate or deactivate product")',
    es: 'su producto {id} «{name}» está inactivo (use «Activar o desactivar producto»)',
    pt: 'o produto {id} "{name}" está inativo (use "Ativar ou desativar produto")',
  },
  'vtex.obstacle-brand': {
    en: 'the brand {id} "{name}" is inactive (use "Update brand")',
    es: 'la marca {id} «{name}» está inactiva (use «Actualizar marca»)',
    pt: 'a marca {id} "{name}" está inativa (use "Atualizar marca")',
  },
  'vtex.obstacle-category': {
    en: 'the category {id} "{name}" is inactive (use "Update category")',
    es: 'la categoría {id} «{name}» está inactiva (use «Actualizar categoría»)',
    pt: 'a categoria {id} "{name}" está inativa (use "Atualizar categoria")',
  },
  'vtex.obstacle-sku-field': {
    en: 'the required specification "{name}" has no value (use "Set specification of SKU")',
    es: 'la especificación obligatoria «{name}» no tiene valor (use «Definir especificación del SKU»)',
    pt: 'a especificação obrigatória "{name}" está sem valor (use "Definir especificação do SKU")',
  },
  'vtex.obstacle-product-field': {
    en: 'the required specification "{name}" of its product has no value (use "Set specification of product")',
    es: 'la especificación obligatoria «{name}» de su producto no tiene valor (use «Definir especificación del producto»)',
    pt: 'a especificação obrigatória "{name}" do produto está sem valor (use "Definir especificação do produto")',
  },
  'vtex.obstacle-unknown': {
    en: 'it does not say why (open the SKU in the VTEX Admin, which names what is missing)',
    es: 'no dice por qué (abra el SKU en el Admin de VTEX, que indica lo que falta)',
    pt: 'ela não diz por quê (abra o SKU no Admin da VTEX, que mostra o que falta)',
  },
};
