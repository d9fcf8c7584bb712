// The demo ERP's catalogue: item n is always the same item, so any number of them needs no memory. Knows no HTTP.
import { dirtAt, type Dirt } from './dirt';
import { assortments, brands, lines } from './words';

/** One product as the ERP sends it: Brazilian formats, everything text. Dirty items miss members or carry nonsense. */
export interface ErpItem {
  codigo?: string;
  descricao: string;
  categoria: string;
  marca: string;
  preco?: string;
  estoque: string;
  deposito: string;
  peso_kg: string;
  altura_cm: string;
  largura_cm: string;
  comprimento_cm: string;
  ean: string;
  situacao: 'A' | 'I';
  atualizado_em: string;
}

/** What the item means: numbers in the store's units. */
export interface ErpFacts {
  /** Position in the catalogue, counted from 1. */
  row: number;
  refId: string;
  name: string;
  category: string;
  brand: string;
  price: number;
  stock: number;
  warehouse: string;
  weightGrams: number;
  heightCm: number;
  widthCm: number;
  lengthCm: number;
  ean: string;
  active: boolean;
  updatedAt: string;
  dirt: Dirt | undefined;
}

/** Mulberry32: the same numbers on every machine and Node version. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Row n (from 1) of every catalogue, whatever its size. */
export function factsAt(row: number): ErpFacts {
  const next = numbers(row * 2_654_435_761);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const between = ([low, high]: readonly [number, number]): number => low + next() * (high - low);
  const kind = pick(assortments);
  const brand = pick(brands);
  const reais = Math.floor(between(kind.price));
  // The row in the model code keeps names, and so the link ids made from them, unique.
  const name = `${pick(kind.nouns)} ${brand} ${pick(lines)} ${kind.code}-${1000 + row} ${pick(kind.variants)}`;
  const halves = (value: number): number => Math.round(value * 2) / 2;
  return {
    row,
    refId: `SKU-${String(row).padStart(5, '0')}`,
    name,
    category: kind.category,
    brand,
    price: reais + pick([0.9, 0.99, 0.5, 0]),
    stock: next() < 0.08 ? 0 : Math.floor(next() * 480) + 1,
    warehouse: '1_1',
    weightGrams: Math.round(between(kind.weight) * 1000),
    heightCm: halves(between(kind.size)),
    widthCm: halves(between(kind.size)),
    lengthCm: halves(between(kind.size)),
    ean: ean13(`789${String(100_000_000 + row * 37).slice(-9)}`),
    active: row % 20 !== 7,
    updatedAt: new Date(Date.UTC(2026, 10, 23) - Math.floor(next() * 365) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    dirt: dirtAt(row),
  };
}

/** The row in the ERP's own clothes, dirt included. */
export function itemAt(row: number): ErpItem {
  const facts = factsAt(row);
  const item: ErpItem = {
    codigo: facts.refId,
    descricao: facts.name,
    categoria: facts.category,
    marca: facts.brand,
    preco: decimal(facts.price, 2),
    estoque: String(facts.stock),
    deposito: facts.warehouse,
    peso_kg: decimal(facts.weightGrams / 1000, 3),
    altura_cm: decimal(facts.heightCm, 1),
    largura_cm: decimal(facts.widthCm, 1),
    comprimento_cm: decimal(facts.lengthCm, 1),
    ean: facts.ean,
    situacao: facts.active ? 'A' : 'I',
    atualizado_em: facts.updatedAt.split('-').reverse().join('/'),
  };
  return facts.dirt ? facts.dirt.spoil(item) : item;
}

/** `1299.9` → `1.299,90` */
function decimal(value: number, digits: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(digits).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}`;
}

/** Twelve digits and their check digit. */
function ean13(twelve: string): string {
  const sum = [...twelve].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
