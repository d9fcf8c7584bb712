// What a service tells of itself in `$metadata` (CSDL of OData 2, 3 and 4): its entity sets, their keys, fields and types.
import { RemoteError, type RecordedRequest } from '@eclusa/flow';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { checkXml } from '../soap-service/xml-guard';

export type OdataVersion = 2 | 3 | 4;

export interface OdataType {
  /** Names of the key's fields in their order; those of the base type where it has none of its own. */
  key: string[];
  /** Types by field: `Edm.Decimal`, `Collection(ns.Item)`, `ns.Address`. Navigation included. */
  fields: ReadonlyMap<string, string>;
  /** Fields that lead to other entities, and come only where they are asked for. */
  links: ReadonlySet<string>;
  /** May hold fields that are not declared. */
  isOpen: boolean;
}

export interface OdataMetadata {
  version: OdataVersion;
  /** Full names of entity types by entity set, in the order of the document. */
  sets: ReadonlyMap<string, string>;
  /** By full name; aliases of namespaces are known too. */
  typeOf(name: string | undefined): OdataType | undefined;
}

interface Declared {
  namespace: string;
  base: string | undefined;
  key: string[];
  fields: Map<string, string>;
  links: string[];
  isOpen: boolean;
}

/** Reads the document. Throws RemoteError `nodes.xml-refused`, `nodes.xml-broken`, `nodes.odata-no-metadata`. */
export function readMetadata(text: string, request: RecordedRequest): OdataMetadata {
  checkXml(text, request);
  const reading = new Reading();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', (tag) => reading.close(tag));
  parser.write(text).close();
  if (reading.version === undefined || reading.sets.size === 0) {
    throw new RemoteError('nodes.odata-no-metadata', {
      retryable: false,
      values: { address: request.url.replace(/[?#].*$/, '') },
      request,
    });
  }
  return { version: reading.version, sets: reading.sets, typeOf: (name) => reading.typeOf(name) };
}

class Reading {
  version: OdataVersion | undefined;
  readonly sets = new Map<string, string>();
  private readonly types = new Map<string, Declared>();
  private readonly aliases = new Map<string, string>();
  /** Ends of an association of OData 2: the type by its full name and role. */
  private readonly ends = new Map<string, string>();
  private namespace = '';
  private association = '';
  private type: Declared | undefined;

  open(tag: SaxesTagNS): void {
    const value = (name: string) => Object.values(tag.attributes).find((one) => one.local === name)?.value;
    const name = value('Name') ?? '';
    switch (tag.local) {
      case 'Edmx':
        this.version = value('Version')?.startsWith('4') ? 4 : 2;
        break;
      case 'DataServices':
        if (
          this.version === 2 &&
          (value('DataServiceVersion') ?? value('MaxDataServiceVersion'))?.startsWith('3')
        )
          this.version = 3;
        break;
      case 'Schema':
        this.namespace = value('Namespace') ?? '';
        if (value('Alias')) this.aliases.set(value('Alias') ?? '', this.namespace);
        break;
      case 'EntityType':
      case 'ComplexType':
        this.type = {
          namespace: this.namespace,
          base: value('BaseType'),
          ...{ key: [], fields: new Map<string, string>(), links: [], isOpen: value('OpenType') === 'true' },
        };
        this.types.set(`${this.namespace}.${name}`, this.type);
        break;
      case 'Association':
        this.association = `${this.namespace}.${name}`;
        break;
      case 'End':
        if (value('Type')) this.ends.set(`${this.association} ${value('Role')}`, this.endType(value));
        break;
      case 'PropertyRef':
        this.type?.key.push(name);
        break;
      case 'Property':
        this.type?.fields.set(name, value('Type') ?? 'Edm.String');
        break;
      case 'NavigationProperty':
        this.type?.links.push(name);
        this.type?.fields.set(name, value('Type') ?? `${value('Relationship')} ${value('ToRole')}`);
        break;
      case 'EntitySet':
        this.sets.set(name, value('EntityType') ?? '');
        break;
    }
  }

  close(tag: SaxesTagNS): void {
    if (tag.local === 'EntityType' || tag.local === 'ComplexType') this.type = undefined;
  }

  private endType(value: (name: string) => string | undefined): string {
    const type = value('Type') ?? '';
    return value('Multiplicity') === '*' ? `Collection(${type})` : type;
  }

  private fullName(name: string): string {
    const at = name.lastIndexOf('.');
    const namespace = this.aliases.get(name.slice(0, at));
    return namespace === undefined ? name : `${namespace}${name.slice(at)}`;
  }

  typeOf(name: string | undefined): OdataType | undefined {
    const declared = name === undefined ? undefined : this.types.get(this.fullName(name));
    if (!declared) return undefined;
    const base = this.typeOf(declared.base);
    const own = [...declared.fields].map(([field, type]): [string, string] => {
      const [association = '', role] = type.split(' ');
      const end = role === undefined ? undefined : this.ends.get(`${this.fullName(association)} ${role}`);
      return [field, end ?? type];
    });
    return {
      key: declared.key.length > 0 ? declared.key : (base?.key ?? []),
      fields: new Map([...(base?.fields ?? []), ...own]),
      links: new Set([...(base?.links ?? []), ...declared.links]),
      isOpen: declared.isOpen || base?.isOpen === true,
    };
  }
}
