// The name of a download as a header that no file name can break.

/** `attachment` with a plain name for old readers and the true one in UTF-8 (RFC 6266). */
export function attachment(name: string): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '') || 'file';
  const plain =
    base
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_') || 'file';
  const encoded = encodeURIComponent(base.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
