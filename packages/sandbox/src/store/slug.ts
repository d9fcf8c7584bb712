// The address form of a name.

/** `Cafeteira Elétrica 110V` → `Cafeteira-Eletrica-110V`: accents off, everything else than letters and digits becomes one hyphen.
 * A name without any of them stays as it is. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain || name;
}
