import { pathOf, type Examined, type Node } from './examined.ts';

/** Something in a PDF that breaks a rule of accessibility. */
export interface Fault {
  /** The rule's name. */
  readonly rule: string;
  /** What is wrong, in words. */
  readonly what: string;
  /** `page 3`, `Document/Table[2]/TR[1]/TH[4]`, or `the document`. */
  readonly where: string;
}

/** What is wrong and where, without the rule, which knows its own name. */
export type Wrong = Omit<Fault, 'rule'>;

/** A rule of accessibility that a machine can check alone. */
export interface PdfRule {
  readonly name: string;
  /** The failure conditions of the Matterhorn Protocol 1.1 that it looks for, or the clause of ISO 14289-1 (PDF/UA-1); undefined where it has none. */
  readonly checkpoint?: string;
  /** What holds where it is kept. */
  readonly says: string;
  readonly check: (paper: Examined) => readonly Wrong[];
}

export const DOCUMENT = 'the document';

/** Returns what is wrong with an element, with its place in the tree. */
export function wrong(node: Node, what: string): Wrong {
  return { what, where: pathOf(node) };
}

/** Returns what is wrong with the captions of a table or a list: there may be one, before all else. */
export function captionFaults({ nodes }: Node): Wrong[] {
  return nodes.flatMap((node, index) =>
    node.type === 'Caption' && index > 0 ? [wrong(node, 'a caption does not stand first')] : [],
  );
}

/** Returns whether a text has the form of a language's name, such as `en-GB` (RFC 5646). */
export function isLanguage(text: string): boolean {
  return /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(text);
}
