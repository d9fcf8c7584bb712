// Real NF-e documents through the reader.
import { itWithSamples, sample } from '../samples.testing';
import { readNfe } from './nfe';

const read = (name: string, options = {}) => readNfe(sample(`nfe/${name}`).toString('utf8'), options);

itWithSamples('an NF-e of many items gives every item, also those that were given away', () => {
  const nfe = read('nfelib-nfe-many-items.xml');
  expect(nfe).toMatchObject({ number: '47449', series: '1', total: 173.01 });
  expect(nfe.items.length).toBeGreaterThan(1);
  expect(nfe.items.every(({ code, quantity, total }) => code !== '' && quantity > 0 && total >= 0)).toBe(
    true,
  );
});

itWithSamples(
  'an NF-e without the protocol of the authority is refused, and one from its test system unless it may be taken',
  () => {
    expect(() => read('nfelib-nfe-simples-nacional.xml')).toThrow('vtex.nfe-invalid');
    const test = 'nfephp-procNFe-homologacao.xml';
    expect(() => read(test)).toThrow('vtex.nfe-of-test');
    expect(read(test, { takesTest: true })).toMatchObject({
      number: '26',
      total: 500,
      items: [{ code: '11007', ean: null, quantity: 10, total: 500 }],
    });
  },
);
