import type { Logo } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import type { Sourced } from '../../model/place.ts';
import type { Files } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import { missingFault, pathFault, type Refusal } from './named-file.ts';
import { isPng, pngSize, type Size } from './png.ts';
import { readSvg } from './svg.ts';

const MOST_BYTES = 500_000;
/** A picture of few bytes can unpack to a great many pixels. */
const MOST_PIXELS = 4000;

type Picture = Pick<Logo, 'mediaType'> & Size;

/** Returns the logo that the configuration names; undefined, with a finding where it is named, if it cannot be used. */
export async function readLogo({ value, at }: Sourced<string>, files: Files): Promise<Logo | undefined> {
  const path = value.trim();
  const result =
    kindFault(path) ??
    pathFault(path, 'logo', 'logo: assets/logo.svg') ??
    (await missingFault(path, files)) ??
    (await pictureAt(path, files));
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

function kindFault(path: string): Refusal | undefined {
  if (/\.(?:svg|png)$/i.test(path)) return undefined;
  return {
    message: `${quoted(path)} is neither an .svg nor a .png file`,
    help: 'save the logo as SVG or PNG, and give its path in the data repo: logo: assets/logo.svg',
  };
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
