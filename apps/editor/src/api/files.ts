// Uploads. The bytes go as they are; the API streams them.
import { uploadFile } from '@eclusa/client';
import { useMutation } from '@tanstack/react-query';
import { api } from './client';

/** Sends one file and answers its id. */
export function useUpload() {
  return useMutation({ mutationFn: (file: File) => uploadFile(api, file.name, file) });
}

/** Where a stored file is downloaded from. */
export function fileUrl(id: string): string {
  return `/api/v1/files/${encodeURIComponent(id)}`;
}
