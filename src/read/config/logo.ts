import { join } from 'node:path/posix';
import type { Logo } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Sourced } from '../../model/place.ts';
import { nearest } from '../../model/suggest.ts';
import type { Files } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import { isPng, pngSize, type Size } from './png.ts';
import { readSvg } from './svg.ts';

const MOST_BYTES = 500_000;
/** A picture of few bytes can unpack to a great many pixels. */
const MOST_PIXELS = 4000;

type Picture = Pick<Logo, 'mediaType'> & Size;
type Refusal = Pick<Finding, 'message'> & { readonly why?: string; readonly help?: string };

/** Returns the logo that the configuration names; undefined, with a finding where it is named, if it cannot be used. */
export async function readLogo({ value, at }: Sourced<string>, files: Files): Promise<Logo | undefined> {
  const path = value.trim();
  const result = pathFault(path) ?? (await missingFault(path, files)) ?? (await pictureAt(path, files));
  if (result === undefined) return undefined;
  if (!('message' in result)) return { ...result, at };
  const { message, ...detail } = result;
  files.report(finding('E084', message, { at, ...detail }));
  return undefined;
}

async function pictureAt(path: string, files: Files): Promise<Omit<Logo, 'at'> | Refusal | undefined> {
  const bytes = await files.readBytes(path, MOST_BYTES);
  if (!bytes) return undefined;
  const picture = path.toLowerCase().endsWith('.png') ? png(path, bytes) : svg(path, bytes);
  return 'message' in picture ? picture : { ...picture, base64: Buffer.from(bytes).toString('base64') };
}

function pathFault(path: string): Refusal | undefined {
  if (!/\.(?:svg|png)$/i.test(path))
    return {
      message: `${quoted(path)} is neither an .svg nor a .png file`,
      help: 'save the logo as SVG or PNG, and give its path in the data repo: logo: assets/logo.svg',
    };
  if (
    !path.startsWith('/') &&
    !/[\\:]/.test(path) &&
    path.split('/').every((part) => !/^\.{0,2}$/.test(part))
  )
    return undefined;
  return {
    message: `${quoted(path)} is not the path of a file in the data repo`,
    why: 'a path starts in the folder of cip-report.yaml, with / between folders and no ".." in it',
    help: 'copy the logo into the data repo, and write its path as in logo: assets/logo.svg',
  };
}

/** Looks the path up folder by folder, by exact names, so that it is found on every machine or on none. */
async function missingFault(path: string, files: Files): Promise<Refusal | undefined> {
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const folder = join('.', ...parts.slice(0, index));
    const entries = (await files.list(folder)) ?? [];
    const isFolder = index < parts.length - 1;
    const wanted = entries.filter((entry) => entry.isFolder === isFolder).map((entry) => entry.name);
    if (wanted.includes(part)) continue;
    const meant = nearest(part, wanted);
    return {
      message: `there is no ${isFolder ? 'folder' : 'file'} ${quoted(join(folder, part))}`,
      help:
        meant === undefined
          ? 'correct the path, which starts in the folder of cip-report.yaml, or add the file'
          : `did you mean ${quoted(join(folder, meant))}?`,
    };
  }
  return undefined;
}

function png(path: string, bytes: Uint8Array): Picture | Refusal {
  const size = pngSize(bytes);
  if (!size)
    return {
      message: `${quoted(path)} is not a PNG picture`,
      why: isPng(bytes)
        ? 'it starts as one, and is damaged or cut short'
        : 'its first bytes are not those of a PNG',
      help: 'save the logo anew as PNG',
    };
  if (Math.max(size.width, size.height) > MOST_PIXELS)
    return {
      message: `${quoted(path)} is ${size.width} by ${size.height} pixels large`,
      why: `the limit is ${MOST_PIXELS} pixels each way`,
      help: 'save the logo smaller: 600 pixels are enough for print',
    };
  return { mediaType: 'image/png', ...size };
}

function svg(path: string, bytes: Uint8Array): Picture | Refusal {
  const text = utf8(bytes);
  const help = 'export the logo anew as plain SVG, without scripts, links and fonts from elsewhere';
  if (text === undefined)
    return { message: `${quoted(path)} is not an SVG picture`, why: 'it is not text in UTF-8', help };
  const reading = readSvg(text);
  if (reading.ok) return { mediaType: 'image/svg+xml', ...reading.size };
  const line = reading.line === undefined ? '' : ` (line ${reading.line})`;
  return {
    message: `${quoted(path)} cannot be used as a logo`,
    why: `${reading.why}${line}`,
    help: reading.help ?? help,
  };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
