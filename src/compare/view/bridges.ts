import { exact } from '../../model/exact.ts';
import { capitalised, MINUS, plural } from '../../model/format.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';
import type { BridgeBetween, BridgeStep } from '../comparison.ts';
import type { ViewBlock } from '../view.ts';
import { brief, groupWords, members as membersText, NAME, SENTENCE, TITLE } from './texts.ts';

/** The most bridges of groups that are told one by one. */
const MOST_GROUPS = 5;

/**
 * Returns the bridges: the whole's in full; of the groups' those that leave something over, a line each, and the others
 * in one line.
 */
export function bridgeBlocks(bridges: readonly BridgeBetween[]): ViewBlock[] {
  const whole = bridges.filter((one) => !isOfGroup(one));
  const groups = bridges.filter(isOfGroup);
  const open = groups.filter(({ explained }) => explained === false);
  const shown = open.slice(0, MOST_GROUPS);
  return [
    ...whole.map((one) => bridgeBlock(one, wholeLines(one))),
    ...shown.map((one) => bridgeBlock(one, [groupLine(one)])),
    ...moreBlocks(open.slice(MOST_GROUPS)),
    ...explainedBlocks(groups.filter(({ explained }) => explained === true)),
  ];
}

function isOfGroup({ group }: BridgeBetween): boolean {
  return Object.keys(group).length > 0;
}

function bridgeBlock(bridge: BridgeBetween, lines: readonly string[]): ViewBlock {
  return { kind: 'bridge', bridge, lines: lines.map((line) => brief(line, SENTENCE)) };
}

function wholeLines(bridge: BridgeBetween): string[] {
  const { from, to, periods, because } = bridge;
  const title = `Permanent staff, ${from.label} to ${to.label}`;
  if (because !== undefined) return [`${title}: no bridge can be reckoned, since ${because}.`];
  const noun = from.kind === to.kind ? PERIOD_WORDS[from.kind] : 'period';
  const over = periods > 1 ? `, movements of ${plural(periods, noun)} added up` : '';
  return [`${title}${over}:`, sumText(bridge, ` at the end of ${from.label}`)];
}

function groupLine(bridge: BridgeBetween): string {
  const whose = capitalised(groupWords(bridge.group));
  if (bridge.because !== undefined) return `${whose}: no bridge can be reckoned, since ${bridge.because}.`;
  return `${whose}: ${sumText(bridge, '')}`;
}

/** `144 at the end of Jan 2021 + 0 starters − 1 leaver = 143 expected; 146 were there: +3 unexplained.` */
function sumText(
  { steps, expected, closing, unexplained, explained, members }: BridgeBetween,
  opening: string,
): string {
  const sum = steps.map((step) => {
    if (step.kind === 'level') return `${step.amount.text}${opening}`;
    return `${step.kind === 'in' ? '+' : MINUS} ${step.amount.text} ${nounOf(step)}`;
  });
  const were = closing?.text === '1' ? 'was' : 'were';
  const left = unexplained !== undefined && exact(unexplained.decimal).n !== 0n;
  const rest = left ? `${unexplained.text}${restWords(explained, members)}` : 'nothing unexplained';
  return `${sum.join(' ')} = ${expected?.text ?? ''} expected; ${closing?.text ?? ''} ${were} there: ${rest}.`;
}

/** Where others are counted, it is not known that starters and leavers fail to explain what is left. */
function restWords(explained: boolean | undefined, members: string | undefined): string {
  if (explained === true) return ' left over, within rounding and tolerance';
  return members === undefined ? ' unexplained' : `, and who is counted differs: ${brief(members, TITLE)}`;
}

/** `1 leaver`, `1 transfer in`, but `1.0 leavers`. */
function nounOf({ label, amount }: BridgeStep): string {
  const words = brief(label, NAME).toLowerCase();
  return amount.text === '1' ? words.replace(/^(\p{L}+[^s\P{L}])s(?= in$| out$|$)/u, '$1') : words;
}

function moreBlocks(bridges: readonly BridgeBetween[]): ViewBlock[] {
  if (bridges.length === 0) return [];
  const leaves = bridges.length === 1 ? 'bridge leaves' : 'bridges leave';
  const text = `${plural(bridges.length, `more ${leaves}`, `more ${leaves}`)} something over: the JSON has all.`;
  return [{ kind: 'text', text, tone: 'neutral', whole: 'json' }];
}

function explainedBlocks(bridges: readonly BridgeBetween[]): ViewBlock[] {
  const [first] = bridges;
  if (first === undefined) return [];
  const dimensions = new Set(bridges.map(({ group }) => Object.keys(group).sort().join('\n')));
  const [dimension = ''] = dimensions;
  const isOne = dimensions.size === 1 && !dimension.includes('\n');
  const hasRest = bridges.some(
    ({ unexplained }) => unexplained !== undefined && exact(unexplained.decimal).n !== 0n,
  );
  const beyond = hasRest ? ' beyond rounding and tolerance' : '';
  const text =
    bridges.length === 1
      ? `The bridge of ${groupWords(first.group)} leaves nothing unexplained${beyond}.`
      : `The bridges of ${membersText(bridges.length, isOne ? dimension : 'group')} leave nothing unexplained${beyond}.`;
  return [{ kind: 'text', text: brief(text, SENTENCE), tone: 'quiet' }];
}
