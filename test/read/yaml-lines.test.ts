import { describe, expect, it } from 'vitest';
import { placeWithin, type Sourced } from '../../src/model/place.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { SourceText } from '../../src/read/source-text.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';
import { sourcedUnder } from '../../src/read/yaml/tree.ts';

function read(yaml: string): { text: Sourced<string>; source: SourceText } {
  const source = new SourceText('report.yaml', yaml);
  const { tree, findings } = readYaml(source, DEFAULT_LIMITS);
  expect(findings).toEqual([]);
  return { text: sourcedUnder(tree!, ['progress']), source };
}

/** What stands in the file at the place that is given for `{{x}}` within the text. */
function shownAt(yaml: string): string | undefined {
  const { text, source } = read(yaml);
  const at = placeWithin(text, text.value.indexOf('{{x}}'), '{{x}}'.length);
  return source.line(at.line)?.slice(at.column - 1, at.column - 1 + at.length);
}

describe('the place of a part of a YAML text', () => {
  it.each([
    ['a plain text', 'progress: Now at {{x}}.\n'],
    ['a plain text over several lines', 'progress: Now at\n\n  the end wait\n  for {{x}}.\n'],
    ['double quotation marks', 'progress: "Now at\n  {{x}}, says she."\n'],
    ['single quotation marks', "progress: 'Now at\n  {{x}}, says she.'\n"],
    ['a literal block', 'progress: |\n  - one\n\n  - two\n    {{x}} three\nnext: more\n'],
    ['a folded block', 'progress: >-\n  one\n  two\n\n    kept {{x}}\n  three\n'],
    [
      'a block with a comment and an indent in its first line',
      'progress: |2+ # kept\n   one\n  two {{x}}\n\n',
    ],
    [
      'lines that start and end with quotation marks',
      'progress: |\n  "one"\n  \'two\' {{x}} "three"\n  "four"\n',
    ],
    ['characters of two UTF-16 units', 'progress: |\n  one 🙂\n  two 🙂 {{x}}\n'],
    ['a text with the same line twice', 'progress: |\n  same\n  same\n  same {{x}}\n'],
  ])('is known in %s', (_, yaml) => {
    expect(shownAt(yaml)).toBe('{{x}}');
  });

  it('is that of the whole text where escapes part it from its source', () => {
    const { text } = read('progress: "a \\u00e9\n  b {{x}}"\n');
    expect(text.lines).toBeUndefined();
    expect(placeWithin(text, 4, 5)).toBe(text.at);
  });
});
