// Uploads. The bytes go as they are; the API streams them.
import { useMutation } from '@tanstack/react-query';
import { request } from './request';
import type { UploadedFile } from './types';

/** Sends one file and answers its id. */
export function useUpload() {
  return useMutation({
    mutationFn: (file: File) =>
      request<UploadedFile>('POST', '/files', { query: { name: file.name }, raw: file }),
  });
}

/** Where a stored file is downloaded from. */
export function fileUrl(id: string): string {
  return `/api/files/${encodeURIComponent(id)}`;
}
