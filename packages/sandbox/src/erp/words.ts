// The vocabulary of the demo ERP: categories with what is sold in them, and invented brands. Data only.

export interface Assortment {
  /** Path from the department down, joined by `/`. */
  category: string;
  nouns: readonly string[];
  variants: readonly string[];
  /** Letters of the model code. */
  code: string;
  /** Whole reais. */
  price: readonly [number, number];
  /** Kilograms. */
  weight: readonly [number, number];
  /** Centimetres, for each side. */
  size: readonly [number, number];
}

const volts = ['127 V', '220 V', 'Bivolt'];

export const assortments: readonly Assortment[] = [
  {
    category: 'Eletroportáteis/Cafeteiras',
    nouns: ['Cafeteira Elétrica', 'Cafeteira Expresso', 'Cafeteira de Cápsulas', 'Moedor de Café'],
    variants: volts,
    code: 'CF',
    price: [99, 1890],
    weight: [1.1, 6.5],
    size: [18, 42],
  },
  {
    category: 'Eletroportáteis/Liquidificadores',
    nouns: ['Liquidificador', 'Liquidificador de Alta Rotação', 'Mixer de Mão', 'Processador de Alimentos'],
    variants: volts,
    code: 'LQ',
    price: [89, 999],
    weight: [0.9, 4.8],
    size: [14, 45],
  },
  {
    category: 'Eletroportáteis/Ventilação/Ventiladores',
    nouns: ['Ventilador de Mesa', 'Ventilador de Coluna', 'Circulador de Ar'],
    variants: ['30 cm', '40 cm', '50 cm Turbo'],
    code: 'VT',
    price: [119, 699],
    weight: [1.8, 7.2],
    size: [28, 60],
  },
  {
    category: 'Casa e Decoração/Cama e Banho/Toalhas',
    nouns: ['Toalha de Banho', 'Toalha de Rosto', 'Jogo de Toalhas', 'Roupão Atoalhado'],
    variants: ['Branca', 'Azul-Petróleo', 'Areia', 'Grafite', 'Chá Verde'],
    code: 'TB',
    price: [19, 389],
    weight: [0.2, 2.4],
    size: [8, 40],
  },
  {
    category: 'Casa e Decoração/Iluminação/Luminárias',
    nouns: ['Luminária de Mesa', 'Luminária de Chão', 'Pendente', 'Arandela'],
    variants: ['Preta', 'Cobre', 'Fosca', 'Dourada'],
    code: 'LM',
    price: [59, 1290],
    weight: [0.5, 8],
    size: [12, 60],
  },
  {
    category: 'Cozinha/Panelas',
    nouns: ['Panela de Pressão', 'Caçarola', 'Frigideira Antiaderente', 'Jogo de Panelas'],
    variants: ['4,5 L', '20 cm', '24 cm', '28 cm – Indução'],
    code: 'PN',
    price: [49, 1499],
    weight: [0.6, 9.5],
    size: [10, 50],
  },
  {
    category: 'Cozinha/Talheres e Facas',
    nouns: ['Faca do Chef', 'Faqueiro Inox', 'Faca de Pão', 'Jogo de Talheres'],
    variants: ['20 cm', '24 Peças', '42 Peças', 'Cabo de Madeira'],
    code: 'TF',
    price: [25, 890],
    weight: [0.15, 3.2],
    size: [4, 35],
  },
  {
    category: 'Ferramentas/Elétricas/Furadeiras',
    nouns: ['Furadeira de Impacto', 'Parafusadeira', 'Furadeira e Parafusadeira'],
    variants: ['12 V', '18 V', '650 W', '850 W com Maleta'],
    code: 'FR',
    price: [149, 1599],
    weight: [1, 5.5],
    size: [8, 40],
  },
  {
    category: 'Ferramentas/Manuais',
    nouns: ['Jogo de Chaves', 'Alicate Universal', 'Martelo', 'Trena', 'Nível de Alumínio'],
    variants: ['8"', '5 m', '12 Peças', 'Profissional'],
    code: 'FM',
    price: [15, 449],
    weight: [0.2, 4.5],
    size: [3, 60],
  },
  {
    category: 'Pet Shop/Cães/Rações',
    nouns: ['Ração Cães Adultos', 'Ração Cães Filhotes', 'Ração Raças Pequenas', 'Petisco Dental'],
    variants: ['Frango 3 kg', 'Carne 10,1 kg', 'Salmão 1 kg', 'Light 15 kg'],
    code: 'RC',
    price: [22, 389],
    weight: [1, 15.4],
    size: [10, 60],
  },
  {
    category: 'Esporte e Lazer/Camping/Barracas',
    nouns: ['Barraca', 'Barraca Iglu', 'Gazebo', 'Saco de Dormir'],
    variants: ['2 Pessoas', '4 Pessoas', '6 Pessoas', 'Ultraleve'],
    code: 'BR',
    price: [99, 2490],
    weight: [1.2, 14],
    size: [12, 70],
  },
  {
    category: 'Papelaria/Cadernos',
    nouns: ['Caderno Universitário', 'Caderno Inteligente', 'Agenda Diária', 'Bloco de Anotações'],
    variants: ['96 Folhas', '160 Folhas', 'Pontilhado', 'Capa Dura'],
    code: 'CD',
    price: [9, 149],
    weight: [0.1, 1.1],
    size: [2, 32],
  },
];

/** Invented: none is meant to be a company that exists. */
export const brands: readonly string[] = [
  'Aroeira',
  'Bem-Te-Vi',
  'Boitatá',
  'Caiçara Mar',
  'Capim Dourado',
  'Casa Ipê',
  'Curió',
  "D'Ávila & Irmãos",
  'Graúna',
  'Itaúna',
  'Jatobá',
  'Juçara',
  'Lumiar',
  'Maré Alta',
  'Marajó',
  'Pão de Ló',
  'Pedra Sabão',
  'Quintal Feliz',
  'Sabiá',
  'São Braz do Sul',
  'Serra Azul',
  'Tabôa',
  'Uirapuru',
  'Vó Conceição',
  'Xingó',
];

export const lines: readonly string[] = [
  'Aroma',
  'Clássica',
  'Essencial',
  'Família',
  'Gourmet',
  'Máxima',
  'Prática',
  'Sertão',
  'Única',
];
