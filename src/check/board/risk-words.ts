import type { Risk } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { MONTHS } from '../../model/months.ts';
import { subjectOf } from '../../papers/subject.ts';
import { fieldPlace } from '../../risk/entry.ts';
import { rule, type Check, type Rule } from '../rule.ts';

const THE_RISK = '(?:(?:the|this) risk|risk)';
const WHEN = `(?: (?:at|in|on|since) (?:(?:the|this) (?:last )?(?:meeting|board)|(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS.join('|')})(?: \\d{4})?))?`;

/** Whole clauses that say a risk is closed, or is to be: `No longer a risk`, `Closed in March 2021`. */
const CLOSED: readonly RegExp[] = [
  `(?:${THE_RISK} )?(?:is |was |has been |has now been |is now |now )?closed${WHEN}`,
  `(?:${THE_RISK} )?(?:is |is now |can |can now |should |should now )?(?:to be|be) closed`,
  `(?:${THE_RISK} |this )?(?:is )?(?:now )?no longer a risk`,
  `${THE_RISK} no longer (?:exists|applies)`,
  `(?:proposed?|recommend(?:ed)?) (?:to close|closing|for closure|closure of)(?: ${THE_RISK})?`,
].map(whole);

/** Whole clauses that say a risk is open still. */
const OPEN: readonly RegExp[] = [
  `(?:${THE_RISK} |this )?(?:remains|stays|is still|to remain|to stay|is to remain|is to stay) (?:open|live|a risk)`,
  `(?:${THE_RISK} )?(?:cannot|can not|is not to|must not|should not) be closed(?: yet)?`,
  `still (?:open|live|a risk)`,
].map(whole);

/** What makes a sentence say something of another time, or the contrary of its words. */
const UNSURE =
  /\b(?:if|once|when|unless|until|till|subject to|provided|pending|after|before|not|never|cannot|reopen(?:ed)?|re-opened|open again)\b/i;

/** A risk that counts as open while its own words close it, or the other way round. */
const statusWords: Check = ({ meeting }) =>
  meeting.risks.flatMap((risk) => {
    const said = (['comment', 'mitigation'] as const).flatMap((field) => {
      const clause = clauseOf(risk[field], risk.open ? CLOSED : OPEN, risk.open);
      return clause === undefined ? [] : [{ field, clause }];
    });
    const [first, ...others] = said;
    if (!first) return [];
    const message = `${risk.reference} is listed as ${statusOf(risk)}, but its ${first.field} says "${first.clause}"`;
    return [
      finding('W309', message, {
        at: fieldPlace(risk, first.field),
        about: subjectOf('risk', risk.reference),
        related: [
          ...others.map(({ field }) => fieldPlace(risk, field)),
          ...(risk.fields['open'] ? [risk.fields['open']] : []),
        ],
      }),
    ];
  });

export const RISK_WORD_RULES: readonly Rule[] = [rule(['W309'], statusWords)];

function statusOf({ open }: Risk): string {
  return open ? 'open' : 'closed';
}

/**
 * Returns the first clause of a text that is one of the forms: the one that the text begins with, or one that names the
 * risk, since any other may be of something else (`The old unit stood empty. Closed in May.`). In a text that closes a risk
 * under a condition, or tells that it was opened again, no clause is certain.
 */
function clauseOf(text: string, forms: readonly RegExp[], isClosing: boolean): string | undefined {
  if (isClosing && UNSURE.test(text)) return undefined;
  return text
    .split(/[.;:!\n]+|\s[–—-]\s|(?<=\?)/)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause, index) => index === 0 || /\brisk\b/i.test(clause))
    .find((clause) => forms.some((form) => form.test(clause)));
}

function whole(form: string): RegExp {
  return new RegExp(`^(?:${form})$`, 'i');
}
