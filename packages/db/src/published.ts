// Documents of published versions. They never change, so the last few are remembered by whoever asks often.
import type { FlowDocument } from '@eclusa/flow';
import type { DataSource, EntityManager } from 'typeorm';

/** Documents remembered at once; one may be 5 MB. */
const most = 50;
const known = new Map<string, FlowDocument>();

export interface Published {
  versionId: string;
  number: number;
  document: FlowDocument;
}

/**
 * What is published of the flow at this moment, or a version that was published before; null when there is none. Nobody
 * may change the document.
 */
export async function publishedOf(
  on: Pick<DataSource | EntityManager, 'query'>,
  flowId: string,
  wanted?: number,
): Promise<Published | null> {
  const [version] = await on.query<{ id: string; number: number }[]>(
    `SELECT v.id, v.number FROM flow f
     JOIN flow_version v ON v.flow_id = f.id AND v.number = coalesce($2::int, f.published_version)
     WHERE f.id = $1`,
    [flowId, wanted ?? null],
  );
  if (!version) return null;
  const { id: versionId, number } = version;
  const document = known.get(versionId) ?? (await documentOf(on, versionId));
  known.delete(versionId);
  known.set(versionId, document);
  for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
  return { versionId, number, document };
}

async function documentOf(on: Pick<DataSource, 'query'>, versionId: string): Promise<FlowDocument> {
  const [row] = await on.query<{ document: FlowDocument }[]>(
    'SELECT document FROM flow_version WHERE id = $1',
    [versionId],
  );
  if (!row) throw new Error(`no version ${versionId}`);
  return row.document;
}
