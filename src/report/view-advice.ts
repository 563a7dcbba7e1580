import { CATALOGUE, type FindingCode } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';

/**
 * What a finding asks for, where its own help names the files and keys that only the paper's author has before them: a
 * member of the board reads the same in words.
 */
const IN_WORDS: Readonly<Partial<Record<FindingCode, string>>> = {
  N088: 'give each a name of its own',
  W084: 'give the figure of the whole in the data, or say that the groups add up to it',
  W012: 'name the places to compare with: your own authority, its region and its neighbours',
  W013: "keep the DfE's download as it is, and others' figures apart from it",
  W090: 'withdraw the acceptance, or correct what it names',
  W091: 'give the acceptance more words of the finding that is meant',
  W104: 'correct the figure, or say by which definition it is reckoned',
  W108: 'give the mark its note, or remove it from the figure',
  W110: 'correct the figure that is wrong, or give the reason, which is then printed with the movement of staff',
  W115: 'make the papers of that earlier date from the meeting before it',
  W116: 'correct the figure that is wrong, add the group that is left out, or say that the groups overlap',
  N118: 'say why it was revised; the report marks the figure with r',
  W120: 'correct the figure that is wrong, or say which groups leave somebody out',
  W132: 'use one definition throughout, or give the figures of each definition a name of their own',
  W141: 'correct the amount or the figure of the recorded reason, or remove it',
  W142: 'correct the figure that is wrong, or give the reason',
  W143: 'correct the figure that is wrong, or give the reason',
  W144: 'add newer figures, or say in the commentary why there are none',
  W147: 'correct the name, or record that it is right',
  W148: 'put the figures into the right rows, or give the reason',
  N150: 'correct the figure if it is wrong, or give the reason',
  N151: 'where staff moved from one to another, record it as a transfer or give the reasons; else correct the figures, since two errors may offset each other',
  W154: 'correct the change or the figures; where it is between other periods, name them',
  W158: 'correct the shares or the total; an unknown rest is a part of its own',
  W159: 'name the figure that the change is of',
  W225: 'correct the period that these papers are on, and the next one: both may have been copied from the last papers',
  W401: 'change the RAG, or say why it stands all the same',
  W402: 'correct the previous RAG',
  W405: 'answer it in the report',
  W417: 'write the period into the sentence, or add the newer figure',
  W418: 'compare it with a figure of the council that is reckoned in the same way, or leave it out',
  W421: 'correct it, or let the data fill it in',
  W431: 'add the figure for its date, or tell the board why there is none; correct the date if it is wrong',
};

/** What a file, a key or a citation of the data repo looks like. */
const FOR_AUTHORS = /`|\.(?:yaml|csv)\b|\{|\b[a-z]+_[a-z]+\b|--\w/;

/** Returns what to do about a finding, for a reader who has the paper alone; empty where nothing can be said without files. */
export function adviceOf({ code, help }: Pick<Finding, 'code' | 'help'>): string {
  return IN_WORDS[code] ?? [help, CATALOGUE[code].help].find((words) => !FOR_AUTHORS.test(words)) ?? '';
}
