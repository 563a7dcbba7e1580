declare module 'tar-fs' {
  export function extract(
    folder: string,
    options?: { readonly chown?: boolean; readonly utimes?: boolean },
  ): NodeJS.WritableStream;
}
