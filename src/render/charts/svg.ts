/** An attribute's value; one that is undefined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Returns an SVG element. Attributes are escaped here; children are markup that this folder has made. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined ? '' : ` ${key}="${escapeText(typeof value === 'number' ? fixed(value) : value)}"`,
    )
    .join('');
  return children.length === 0
    ? `<${name}${written}></${name}>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Returns text as markup. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Returns a coordinate with at most two decimals, without a trailing zero: the same on every machine. */
export function fixed(value: number): string {
  const text = value.toFixed(2).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A chart's `<svg>`: an image with a name and a description. */
export function image(
  options: { id: string; width: number; height: number; title: string; description: string },
  ...children: readonly string[]
): string {
  const { id, width, height, title, description } = options;
  return element(
    'svg',
    {
      class: 'chart',
      role: 'img',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'aria-labelledby': description === '' ? `${id}-title` : `${id}-title ${id}-desc`,
    },
    element('title', { id: `${id}-title` }, escapeText(title)),
    ...(description === '' ? [] : [element('desc', { id: `${id}-desc` }, escapeText(description))]),
    ...children,
  );
}
