/** What the metadata of a PDF say of it. */
export interface XmpFacts {
  readonly title: string;
  /** `en-GB`. */
  readonly lang: string;
  /** `2021-04-19` or `2021-04-19T12:30:00Z`. */
  readonly date: string;
  readonly creator: string | undefined;
  readonly producer: string | undefined;
  /** Whether the file bears the identifier of PDF/UA-1. */
  readonly isAccessible: boolean;
}

/** Returns the metadata of a PDF as an XMP packet: the same facts give the same text. */
export function xmpPacket({ title, lang, date, creator, producer, isAccessible }: XmpFacts): string {
  const moment = date.includes('T') ? date : `${date}T00:00:00Z`;
  const tag = (name: string, text: string | undefined): string =>
    text === undefined ? '' : `\n   <${name}>${escaped(text)}</${name}>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>${escaped(lang)}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>${moment}</xmp:CreateDate>
   <xmp:ModifyDate>${moment}</xmp:ModifyDate>
   <xmp:MetadataDate>${moment}</xmp:MetadataDate>${tag('xmp:CreatorTool', creator)}${tag('pdf:Producer', producer)}${isAccessible ? tag('pdfuaid:part', '1') : ''}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Returns the text of an element of a packet, of the first item where it is a list, or undefined. */
export function xmpText(packet: string, name: string): string | undefined {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(packet)?.[1];
  if (element === undefined) return undefined;
  const item = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(element)?.[1] ?? element;
  return item.replace(/&(lt|gt|amp|quot);/g, (_all, what: string) => NAMED[what] ?? '').trim();
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
